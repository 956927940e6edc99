internal import CBaton

// Dispatch of operators. Each operand's type may know the operation; one that does not answers NotImplemented. The right
// one is asked first if its type derives from the left one's, and nobody is asked twice.

/// Ask the operands' slots; NotImplemented if none knows. `left` and `right` are in the order of the source.
func binaryOperation(_ left: Ref, _ right: Ref, _ slot: NumberSlot) -> Ref? {
    let leftType = left.type
    let rightType = right.type
    let leftFunction = leftType.binaryFunction(slot)
    var rightFunction = rightType == leftType ? nil : rightType.binaryFunction(slot)
    if functionAddress(rightFunction) == functionAddress(leftFunction) { rightFunction = nil }
    if let leftFunction {
        if let function = rightFunction, BtType_IsSubtype(rightType, leftType) != 0 {
            let result = function(left, right)
            if result != notImplementedRef { return result }
            rightFunction = nil
        }
        let result = leftFunction(left, right)
        if result != notImplementedRef { return result }
    }
    return rightFunction.map { $0(left, right) } ?? notImplementedRef
}

/// As `binaryOperation`, after the left operand's in-place slot.
func inplaceOperation(_ left: Ref, _ right: Ref, _ inplace: NumberSlot, _ slot: NumberSlot) -> Ref? {
    if let function = left.type.binaryFunction(inplace) {
        let result = function(left, right)
        if result != notImplementedRef { return result }
    }
    return binaryOperation(left, right, slot)
}

/// The operator, or TypeError.
@inline(__always)
func binaryOperator(_ left: Ref?, _ right: Ref?, _ slot: NumberSlot) -> Ref? {
    guard let left, let right else { return nullArgument() }
    let result = binaryOperation(left, right, slot)
    return result == notImplementedRef ? unsupportedOperands(left, right, slot) : result
}

/// The in-place operator, or TypeError.
@inline(__always)
func inplaceOperator(_ left: Ref?, _ right: Ref?, _ inplace: NumberSlot, _ slot: NumberSlot) -> Ref? {
    guard let left, let right else { return nullArgument() }
    let result = inplaceOperation(left, right, inplace, slot)
    return result == notImplementedRef ? unsupportedOperands(left, right, inplace) : result
}

/// `pow(base, exponent, modulus)`, with the three types asked.
func powerOperation(_ base: Ref, _ exponent: Ref, _ modulus: Ref, _ named: NumberSlot) -> Ref? {
    let baseType = base.type
    let exponentType = exponent.type
    let baseFunction = baseType.ternaryFunction(.power)
    var exponentFunction = exponentType == baseType ? nil : exponentType.ternaryFunction(.power)
    let exponentAddress = functionAddress(exponentFunction)
    if exponentAddress == functionAddress(baseFunction) { exponentFunction = nil }
    if let baseFunction {
        if let function = exponentFunction, BtType_IsSubtype(exponentType, baseType) != 0 {
            let result = function(base, exponent, modulus)
            if result != notImplementedRef { return result }
            exponentFunction = nil
        }
        let result = baseFunction(base, exponent, modulus)
        if result != notImplementedRef { return result }
    }
    if let exponentFunction {
        let result = exponentFunction(base, exponent, modulus)
        if result != notImplementedRef { return result }
    }
    if let function = modulus.type.ternaryFunction(.power), functionAddress(function) != functionAddress(baseFunction),
        functionAddress(function) != exponentAddress
    {
        let result = function(base, exponent, modulus)
        if result != notImplementedRef { return result }
    }
    guard !isNone(modulus) else { return unsupportedOperands(base, exponent, named) }
    return raise(
        BtExc_TypeError,
        "unsupported operand type(s) for \(named.symbol): '\(typeName(base))', '\(typeName(exponent))', "
            + "'\(typeName(modulus))'")
}

func unaryOperator(_ object: Ref?, _ slot: NumberSlot) -> Ref? {
    guard let object else { return nullArgument() }
    if let function = object.type.unaryFunction(slot) { return function(object) }
    return raise(BtExc_TypeError, "bad operand type for \(slot.symbol): '\(typeName(object))'")
}

func unsupportedOperands(_ left: Ref, _ right: Ref, _ slot: NumberSlot) -> Ref? {
    raise(
        BtExc_TypeError,
        "unsupported operand type(s) for \(slot.symbol): '\(typeName(left))' and '\(typeName(right))'")
}

/// SystemError for NULL, unless the call that gave NULL has raised already.
func nullArgument() -> Ref? {
    errorOccurred() ? nil : raise(BtExc_SystemError, "null argument to internal routine")
}

// Sequences take part in `+` and `*`.

/// `left + right` where no number slot knows: concatenation, or TypeError.
func concatenation(_ left: Ref, _ right: Ref, inplace: Bool) -> Ref? {
    if let methods = left.type.pointee.tp_as_sequence {
        if inplace, let function = methods.pointee.sq_inplace_concat { return function(left, right) }
        if let function = methods.pointee.sq_concat { return function(left, right) }
    }
    return unsupportedOperands(left, right, inplace ? .inplaceAdd : .add)
}

/// `left * right` where no number slot knows: repetition of either side, or TypeError.
func repetition(_ left: Ref, _ right: Ref, inplace: Bool) -> Ref? {
    if let methods = left.type.pointee.tp_as_sequence {
        let function = (inplace ? methods.pointee.sq_inplace_repeat : nil) ?? methods.pointee.sq_repeat
        if let function { return repeatSequence(left, right, function) }
    }
    if let function = right.type.pointee.tp_as_sequence?.pointee.sq_repeat {
        return repeatSequence(right, left, function)
    }
    return unsupportedOperands(left, right, inplace ? .inplaceMultiply : .multiply)
}

private func repeatSequence(_ sequence: Ref, _ times: Ref, _ function: ssizeargfunc) -> Ref? {
    guard hasIndex(times) else {
        return raise(BtExc_TypeError, "can't multiply sequence by non-int of type '\(typeName(times))'")
    }
    let count = BtNumber_AsSsize_t(times, BtExc_OverflowError)
    if count == -1, errorOccurred() { return nil }
    return function(sequence, count)
}
