internal import CBaton

// Operators. Two exact ints skip the dispatch of the common ones.

@c @implementation public func BtNumber_Subtract(_ left: Ref!, _ right: Ref!) -> Ref! {
    if bothExactInts(left, right) { return longSubtract(left.long, right.long) }
    return binaryOperator(left, right, .subtract)
}

@c @implementation public func BtNumber_FloorDivide(_ left: Ref!, _ right: Ref!) -> Ref! {
    if bothExactInts(left, right) { return longFloorDivide(left.long, right.long) }
    return binaryOperator(left, right, .floorDivide)
}

@c @implementation public func BtNumber_Remainder(_ left: Ref!, _ right: Ref!) -> Ref! {
    if bothExactInts(left, right) { return longRemainder(left.long, right.long) }
    return binaryOperator(left, right, .remainder)
}

@c @implementation public func BtNumber_And(_ left: Ref!, _ right: Ref!) -> Ref! {
    binaryOperator(left, right, .and)
}

@c @implementation public func BtNumber_Or(_ left: Ref!, _ right: Ref!) -> Ref! {
    binaryOperator(left, right, .or)
}

@c @implementation public func BtNumber_Xor(_ left: Ref!, _ right: Ref!) -> Ref! {
    binaryOperator(left, right, .xor)
}

@c @implementation public func BtNumber_Lshift(_ left: Ref!, _ right: Ref!) -> Ref! {
    binaryOperator(left, right, .shiftLeft)
}

@c @implementation public func BtNumber_Rshift(_ left: Ref!, _ right: Ref!) -> Ref! {
    binaryOperator(left, right, .shiftRight)
}

@c @implementation public func BtNumber_TrueDivide(_ left: Ref!, _ right: Ref!) -> Ref! {
    binaryOperator(left, right, .trueDivide)
}

@c @implementation public func BtNumber_MatrixMultiply(_ left: Ref!, _ right: Ref!) -> Ref! {
    binaryOperator(left, right, .matrixMultiply)
}

@c @implementation public func BtNumber_Divmod(_ left: Ref!, _ right: Ref!) -> Ref! {
    binaryOperator(left, right, .divmod)
}

@c @implementation public func BtNumber_Add(_ left: Ref!, _ right: Ref!) -> Ref! {
    if bothExactInts(left, right) { return longAdd(left.long, right.long) }
    guard let left, let right else { return nullArgument() }
    let result = binaryOperation(left, right, .add)
    return result == notImplementedRef ? concatenation(left, right, inplace: false) : result
}

@c @implementation public func BtNumber_Multiply(_ left: Ref!, _ right: Ref!) -> Ref! {
    if bothExactInts(left, right) { return longMultiply(left.long, right.long) }
    guard let left, let right else { return nullArgument() }
    let result = binaryOperation(left, right, .multiply)
    return result == notImplementedRef ? repetition(left, right, inplace: false) : result
}

@c @implementation public func BtNumber_Power(_ base: Ref!, _ exponent: Ref!, _ modulus: Ref!) -> Ref! {
    guard let base, let exponent, let modulus else { return nullArgument() }
    return powerOperation(base, exponent, modulus, .power)
}

@c @implementation public func BtNumber_Negative(_ object: Ref!) -> Ref! { unaryOperator(object, .negative) }
@c @implementation public func BtNumber_Positive(_ object: Ref!) -> Ref! { unaryOperator(object, .positive) }
@c @implementation public func BtNumber_Absolute(_ object: Ref!) -> Ref! { unaryOperator(object, .absolute) }
@c @implementation public func BtNumber_Invert(_ object: Ref!) -> Ref! { unaryOperator(object, .invert) }

/// Neither is NULL, and both are of exactly the type int.
@inline(__always)
private func bothExactInts(_ left: Ref?, _ right: Ref?) -> Bool {
    guard let left, let right else { return false }
    return left.type == BtLong_Type_() && right.type == BtLong_Type_()
}
