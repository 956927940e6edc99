internal import CBaton
internal import CBaton.Host

// The module `operator`: the operators as functions.

func makeOperator() -> Ref? {
    let functions = unaryOperators + binaryOperators + inPlaceOperators + comparisonOperators + sequenceOperators
    return makeNativeModule("operator", doc: "Operator interface.", functions) { module in
        let doubles: [(StaticString, StaticString)] = [
            ("__abs__", "abs"), ("__add__", "add"), ("__and__", "and_"), ("__concat__", "concat"),
            ("__contains__", "contains"), ("__delitem__", "delitem"), ("__eq__", "eq"), ("__floordiv__", "floordiv"),
            ("__ge__", "ge"), ("__getitem__", "getitem"), ("__gt__", "gt"), ("__index__", "index"), ("__inv__", "inv"),
            ("__invert__", "invert"), ("__le__", "le"), ("__lshift__", "lshift"), ("__lt__", "lt"), ("__mod__", "mod"),
            ("__mul__", "mul"), ("__matmul__", "matmul"), ("__ne__", "ne"), ("__neg__", "neg"), ("__not__", "not_"),
            ("__or__", "or_"), ("__pos__", "pos"), ("__pow__", "pow"), ("__rshift__", "rshift"),
            ("__setitem__", "setitem"), ("__sub__", "sub"), ("__truediv__", "truediv"), ("__xor__", "xor"),
        ]
        return addAccessors(module)
            && doubles.allSatisfy { double, name in
                guard let dict = BtModule_GetDict(module),
                    let function = BtDict_GetItemWithError(dict, internedName(name))
                else { return false }
                return add(module, double, newReference(function))
            }
    }
}

private var unaryOperators: [BtMethodDef] {
    [
        method("abs", BT_METH_O) { BtNumber_Absolute($1) }, method("neg", BT_METH_O) { BtNumber_Negative($1) },
        method("pos", BT_METH_O) { BtNumber_Positive($1) }, method("inv", BT_METH_O) { BtNumber_Invert($1) },
        method("invert", BT_METH_O) { BtNumber_Invert($1) }, method("index", BT_METH_O) { BtNumber_Index($1) },
        method("truth", BT_METH_O) { truth(BtObject_IsTrue($1)) },
        method("not_", BT_METH_O) { truth(BtObject_Not($1)) },
        method("length_hint", BT_METH_VARARGS) { _, args in
            guard _BtArg_CheckPositional(cString("length_hint"), BtTuple_GET_SIZE_(args!), 1, 2) != 0 else {
                return nil
            }
            var fallback = 0
            if BtTuple_GET_SIZE_(args!) > 1 {
                guard let given = sizeArgument(argument(args!, 1)) else { return nil }
                fallback = given
            }
            let size = BtObject_LengthHint(argument(args!, 0), fallback)
            return size < 0 ? nil : makeInt(size)
        },
    ]
}

/// True or False of a C answer; nil for -1.
func truth(_ answer: CInt) -> Ref? { answer < 0 ? nil : boolRef(answer > 0) }

/// A function of two arguments.
private func binary(_ name: StaticString, _ body: @escaping BtCFunctionFast) -> BtMethodDef {
    fastMethod(name, BT_METH_FASTCALL, body)
}

private func two(_ name: StaticString, _ nargs: Int) -> Bool { checkCount(name, nargs, 2...2) }

private var binaryOperators: [BtMethodDef] {
    [
        binary("add") { two("add", $2) ? BtNumber_Add($1![0], $1![1]) : nil },
        binary("sub") { two("sub", $2) ? BtNumber_Subtract($1![0], $1![1]) : nil },
        binary("mul") { two("mul", $2) ? BtNumber_Multiply($1![0], $1![1]) : nil },
        binary("matmul") { two("matmul", $2) ? BtNumber_MatrixMultiply($1![0], $1![1]) : nil },
        binary("truediv") { two("truediv", $2) ? BtNumber_TrueDivide($1![0], $1![1]) : nil },
        binary("floordiv") { two("floordiv", $2) ? BtNumber_FloorDivide($1![0], $1![1]) : nil },
        binary("mod") { two("mod", $2) ? BtNumber_Remainder($1![0], $1![1]) : nil },
        binary("pow") { two("pow", $2) ? BtNumber_Power($1![0], $1![1], noneRef) : nil },
        binary("lshift") { two("lshift", $2) ? BtNumber_Lshift($1![0], $1![1]) : nil },
        binary("rshift") { two("rshift", $2) ? BtNumber_Rshift($1![0], $1![1]) : nil },
        binary("and_") { two("and_", $2) ? BtNumber_And($1![0], $1![1]) : nil },
        binary("or_") { two("or_", $2) ? BtNumber_Or($1![0], $1![1]) : nil },
        binary("xor") { two("xor", $2) ? BtNumber_Xor($1![0], $1![1]) : nil },
    ]
}

private var inPlaceOperators: [BtMethodDef] {
    [
        binary("iadd") { two("iadd", $2) ? BtNumber_InPlaceAdd($1![0], $1![1]) : nil },
        binary("isub") { two("isub", $2) ? BtNumber_InPlaceSubtract($1![0], $1![1]) : nil },
        binary("imul") { two("imul", $2) ? BtNumber_InPlaceMultiply($1![0], $1![1]) : nil },
        binary("imatmul") { two("imatmul", $2) ? BtNumber_InPlaceMatrixMultiply($1![0], $1![1]) : nil },
        binary("itruediv") { two("itruediv", $2) ? BtNumber_InPlaceTrueDivide($1![0], $1![1]) : nil },
        binary("ifloordiv") { two("ifloordiv", $2) ? BtNumber_InPlaceFloorDivide($1![0], $1![1]) : nil },
        binary("imod") { two("imod", $2) ? BtNumber_InPlaceRemainder($1![0], $1![1]) : nil },
        binary("ipow") { two("ipow", $2) ? BtNumber_InPlacePower($1![0], $1![1], noneRef) : nil },
        binary("ilshift") { two("ilshift", $2) ? BtNumber_InPlaceLshift($1![0], $1![1]) : nil },
        binary("irshift") { two("irshift", $2) ? BtNumber_InPlaceRshift($1![0], $1![1]) : nil },
        binary("iand") { two("iand", $2) ? BtNumber_InPlaceAnd($1![0], $1![1]) : nil },
        binary("ior") { two("ior", $2) ? BtNumber_InPlaceOr($1![0], $1![1]) : nil },
        binary("ixor") { two("ixor", $2) ? BtNumber_InPlaceXor($1![0], $1![1]) : nil },
        binary("iconcat") { two("iconcat", $2) ? BtSequence_InPlaceConcat($1![0], $1![1]) : nil },
    ]
}

private var comparisonOperators: [BtMethodDef] {
    [
        binary("lt") { two("lt", $2) ? BtObject_RichCompare($1![0], $1![1], BT_LT) : nil },
        binary("le") { two("le", $2) ? BtObject_RichCompare($1![0], $1![1], BT_LE) : nil },
        binary("eq") { two("eq", $2) ? BtObject_RichCompare($1![0], $1![1], BT_EQ) : nil },
        binary("ne") { two("ne", $2) ? BtObject_RichCompare($1![0], $1![1], BT_NE) : nil },
        binary("gt") { two("gt", $2) ? BtObject_RichCompare($1![0], $1![1], BT_GT) : nil },
        binary("ge") { two("ge", $2) ? BtObject_RichCompare($1![0], $1![1], BT_GE) : nil },
        binary("is_") { two("is_", $2) ? boolRef(isSame($1![0]!, $1![1]!)) : nil },
        binary("is_not") { two("is_not", $2) ? boolRef(!isSame($1![0]!, $1![1]!)) : nil },
        method("is_none", BT_METH_O) { boolRef(isNone($1!)) },
        method("is_not_none", BT_METH_O) { boolRef(!isNone($1!)) },
    ]
}

/// `is`: two equal ints that registers hold tagged are one object.
private func isSame(_ left: Ref, _ right: Ref) -> Bool {
    if left == right { return true }
    guard left.type == BtLong_Type_(), right.type == BtLong_Type_(), let value = fitting(left) else { return false }
    return value.magnitude < 1 << 62 && fitting(right) == value
}

private var sequenceOperators: [BtMethodDef] {
    [
        binary("concat") { two("concat", $2) ? BtSequence_Concat($1![0], $1![1]) : nil },
        binary("contains") { two("contains", $2) ? truth(BtSequence_Contains($1![0], $1![1])) : nil },
        binary("getitem") { two("getitem", $2) ? BtObject_GetItem($1![0], $1![1]) : nil },
        binary("delitem") { _, args, nargs in
            guard two("delitem", nargs) else { return nil }
            return BtObject_DelItem(args![0], args![1]) < 0 ? nil : noneRef
        },
        fastMethod("setitem") { _, args, nargs in
            guard checkCount("setitem", nargs, 3...3) else { return nil }
            return BtObject_SetItem(args![0], args![1], args![2]) < 0 ? nil : noneRef
        },
        binary("countOf") { _, args, nargs in
            guard two("countOf", nargs) else { return nil }
            let count = BtSequence_Count(args![0], args![1])
            return count < 0 ? nil : makeInt(count)
        },
        binary("indexOf") { _, args, nargs in
            guard two("indexOf", nargs) else { return nil }
            let index = BtSequence_Index(args![0], args![1])
            return index < 0 ? nil : makeInt(index)
        },
        fastKeywordMethod("call") { _, args, nargs, kwnames in
            guard nargs >= 1 else {
                return raise(BtExc_TypeError, "call expected at least 1 argument, got 0")
            }
            return BtObject_Vectorcall(args![0], args! + 1, nargs - 1, kwnames)
        },
    ]
}
