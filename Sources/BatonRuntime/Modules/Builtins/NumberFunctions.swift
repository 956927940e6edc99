internal import CBaton
internal import CBaton.Host

// Builtin functions on numbers: abs, round, divmod, pow, bin, hex, oct, chr, ord, sum.

var builtinNumberFunctions: [BtMethodDef] {
    [
        method("abs", BT_METH_O, doc: "Return the absolute value of the argument.") { BtNumber_Absolute($1) },
        method("bin", BT_METH_O, doc: "Return the binary representation of an integer.") { BtNumber_ToBase($1, 2) },
        method("oct", BT_METH_O, doc: "Return the octal representation of an integer.") { BtNumber_ToBase($1, 8) },
        method("hex", BT_METH_O, doc: "Return the hexadecimal representation of an integer.") {
            BtNumber_ToBase($1, 16)
        },
        method("chr", BT_METH_O, doc: "Return a Unicode string of one character with ordinal i.") { character($1!) },
        method("ord", BT_METH_O, doc: "Return the Unicode code point for a one-character string.") { ordinal($1!) },
        fastMethod("divmod", doc: "Return the tuple (x//y, x%y).") { _, args, nargs in
            guard checkCount("divmod", nargs, 2...2) else { return nil }
            return BtNumber_Divmod(args![0], args![1])
        },
        fastKeywordMethod("pow", doc: "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.") {
            _, args, nargs, kwnames in
            unpacked(powParameters, args, nargs, kwnames) { BtNumber_Power($0[0], $0[1], $0[2] ?? noneRef) }
        },
        fastKeywordMethod("round", doc: "Round a number to a given precision in decimal digits.") {
            _, args, nargs, kwnames in
            unpacked(roundParameters, args, nargs, kwnames) { rounded($0[0]!, $0[1]) }
        },
        fastKeywordMethod("sum", doc: "Return the sum of a 'start' value (default: 0) plus an iterable of numbers") {
            _, args, nargs, kwnames in
            unpacked(sumParameters, args, nargs, kwnames) { sum($0[0]!, $0[1]) }
        },
    ]
}

private let powParameters = MethodParameters("pow", "base", "exp", "mod", required: 2)
private let roundParameters = MethodParameters("round", "number", "ndigits", required: 1)
private let sumParameters = MethodParameters("sum", "", "start", required: 1)

/// Call `body` with the arguments in the order of the parameters, at most eight; nil with an exception set.
@inline(__always)
func unpacked(
    _ parameters: MethodParameters, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?,
    _ body: (UnsafeMutablePointer<Ref?>) -> Ref?
) -> Ref? {
    withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 12) { slots in
        slots.initialize(repeating: nil)
        guard parameters.unpack(args, nargs, kwnames, into: slots.baseAddress!) else { return nil }
        return body(slots.baseAddress!)
    }
}

/// As above, for the tuple and the dict that tp_new and tp_init get.
@inline(__always)
func unpacked<Result>(
    _ parameters: MethodParameters, _ args: Ref, _ kwargs: Ref?, failed: Result,
    _ body: (UnsafeMutablePointer<Ref?>) -> Result
) -> Result {
    withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 12) { slots in
        slots.initialize(repeating: nil)
        guard parameters.unpack(args, kwargs, into: slots.baseAddress!) else { return failed }
        return body(slots.baseAddress!)
    }
}

private func character(_ object: Ref) -> Ref? {
    var overflow: CInt = 0
    guard let index = BtNumber_Index(object) else { return nil }
    let value = BtLong_AsLongAndOverflow(index, &overflow)
    Bt_DECREF_(index)
    guard overflow == 0, 0...0x10FFFF ~= value else {
        return raise(BtExc_ValueError, "chr() arg not in range(0x110000)")
    }
    return makeText(character: UInt32(value))
}

private func ordinal(_ object: Ref) -> Ref? {
    let count: Int
    if isStr(object) {
        let view = TextView(object)
        if view.count == 1 { return makeInt(Int(view[0])) }
        count = view.count
    } else if isBytes(object) {
        count = BtBytes_Size(object)
        if count == 1 { return makeInt(Int(UInt8(bitPattern: BtBytes_AsString(object)[0]))) }
    } else if BtObject_TypeCheck_(object, BtByteArray_Type_()) != 0 {
        count = BtByteArray_Size(object)
        if count == 1 { return makeInt(Int(UInt8(bitPattern: BtByteArray_AsString(object)[0]))) }
    } else {
        return raise(
            BtExc_TypeError, "ord() expected string of length 1, but \(typeName(object)) found")
    }
    return raise(BtExc_TypeError, "ord() expected a character, but string of length \(count) found")
}

private func rounded(_ number: Ref, _ digits: Ref?) -> Ref? {
    var isMissing = false
    let arguments = digits.map { isNone($0) ? [] : [$0] } ?? []
    let result = callSpecial(number, internedName("__round__"), arguments, isMissing: &isMissing)
    if isMissing {
        return raise(BtExc_TypeError, "type \(typeName(number)) doesn't define __round__ method")
    }
    return result
}

private func sum(_ iterable: Ref, _ start: Ref?) -> Ref? {
    if let start {
        if isStr(start) { return raise(BtExc_TypeError, "sum() can't sum strings [use ''.join(seq) instead]") }
        if isBytes(start) { return raise(BtExc_TypeError, "sum() can't sum bytes [use b''.join(seq) instead]") }
        if BtObject_TypeCheck_(start, BtByteArray_Type_()) != 0 {
            return raise(BtExc_TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
        }
    }
    guard let items = iterator(over: iterable) else { return nil }
    defer { Bt_DECREF_(items) }
    guard let total = start.map({ newReference($0) }) ?? makeInt(0) else { return nil }
    return sumSmall(items, total)
}

/// Add ints in a machine word while they fit.
private func sumSmall(_ items: Ref, _ start: Ref) -> Ref? {
    guard start.type == BtLong_Type_(), var total = fitting(start) else { return sumFloats(items, start) }
    Bt_DECREF_(start)
    while let item = nextItem(items) {
        if item.type == BtLong_Type_() || item.type == BtBool_Type_(), let value = fitting(item) {
            let (next, overflow) = total.addingReportingOverflow(value)
            if !overflow {
                total = next
                Bt_DECREF_(item)
                continue
            }
        }
        guard let boxed = makeInt(total), let next = addTaking(boxed, item) else { return nil }
        return sumFloats(items, next)
    }
    return errorOccurred() ? nil : makeInt(total)
}

/// Add floats with compensation for what each addition loses (Neumaier), as long as only floats and ints come.
private func sumFloats(_ items: Ref, _ start: Ref) -> Ref? {
    guard start.type == BtFloat_Type_() else { return sumAny(items, start) }
    var total = BtFloat_AsDouble(start)
    var lost = 0.0
    Bt_DECREF_(start)
    func result() -> Double { lost != 0 && lost.isFinite ? total + lost : total }
    while let item = nextItem(items) {
        if item.type == BtFloat_Type_() {
            let value = BtFloat_AsDouble(item)
            let next = total + value
            lost += abs(total) >= abs(value) ? (total - next) + value : (value - next) + total
            total = next
            Bt_DECREF_(item)
            continue
        }
        if item.type == BtLong_Type_(), let value = fitting(item) {
            total += Double(value)
            Bt_DECREF_(item)
            continue
        }
        guard let boxed = makeFloat(result()), let next = addTaking(boxed, item) else { return nil }
        return sumAny(items, next)
    }
    return errorOccurred() ? nil : makeFloat(result())
}

private func sumAny(_ items: Ref, _ start: Ref) -> Ref? {
    var total = start
    while let item = nextItem(items) {
        guard let next = addTaking(total, item) else { return nil }
        total = next
        if total.type == BtFloat_Type_() { return sumFloats(items, total) }
    }
    if errorOccurred() {
        Bt_DECREF_(total)
        return nil
    }
    return total
}

/// The sum of two objects, whose references are taken over.
private func addTaking(_ left: Ref, _ right: Ref) -> Ref? {
    defer {
        Bt_DECREF_(left)
        Bt_DECREF_(right)
    }
    return BtNumber_Add(left, right)
}
