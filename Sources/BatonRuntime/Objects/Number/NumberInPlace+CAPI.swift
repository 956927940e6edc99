internal import CBaton

// Operators in place.

@c @implementation public func BtNumber_InPlaceAdd(_ left: Ref!, _ right: Ref!) -> Ref! {
    guard let left, let right else { return nullArgument() }
    let result = inplaceOperation(left, right, .inplaceAdd, .add)
    return result == notImplementedRef ? concatenation(left, right, inplace: true) : result
}

@c @implementation public func BtNumber_InPlaceMultiply(_ left: Ref!, _ right: Ref!) -> Ref! {
    guard let left, let right else { return nullArgument() }
    let result = inplaceOperation(left, right, .inplaceMultiply, .multiply)
    return result == notImplementedRef ? repetition(left, right, inplace: true) : result
}

@c @implementation public func BtNumber_InPlacePower(_ base: Ref!, _ exponent: Ref!, _ modulus: Ref!) -> Ref! {
    guard let base, let exponent, let modulus else { return nullArgument() }
    if let function = base.type.ternaryFunction(.inplacePower) {
        let result = function(base, exponent, modulus)
        if result != notImplementedRef { return result }
    }
    return powerOperation(base, exponent, modulus, .inplacePower)
}

@c @implementation public func BtNumber_InPlaceSubtract(_ left: Ref!, _ right: Ref!) -> Ref! {
    inplaceOperator(left, right, .inplaceSubtract, .subtract)
}

@c @implementation public func BtNumber_InPlaceFloorDivide(_ left: Ref!, _ right: Ref!) -> Ref! {
    inplaceOperator(left, right, .inplaceFloorDivide, .floorDivide)
}

@c @implementation public func BtNumber_InPlaceTrueDivide(_ left: Ref!, _ right: Ref!) -> Ref! {
    inplaceOperator(left, right, .inplaceTrueDivide, .trueDivide)
}

@c @implementation public func BtNumber_InPlaceRemainder(_ left: Ref!, _ right: Ref!) -> Ref! {
    inplaceOperator(left, right, .inplaceRemainder, .remainder)
}

@c @implementation public func BtNumber_InPlaceMatrixMultiply(_ left: Ref!, _ right: Ref!) -> Ref! {
    inplaceOperator(left, right, .inplaceMatrixMultiply, .matrixMultiply)
}

@c @implementation public func BtNumber_InPlaceLshift(_ left: Ref!, _ right: Ref!) -> Ref! {
    inplaceOperator(left, right, .inplaceShiftLeft, .shiftLeft)
}

@c @implementation public func BtNumber_InPlaceRshift(_ left: Ref!, _ right: Ref!) -> Ref! {
    inplaceOperator(left, right, .inplaceShiftRight, .shiftRight)
}

@c @implementation public func BtNumber_InPlaceAnd(_ left: Ref!, _ right: Ref!) -> Ref! {
    inplaceOperator(left, right, .inplaceAnd, .and)
}

@c @implementation public func BtNumber_InPlaceXor(_ left: Ref!, _ right: Ref!) -> Ref! {
    inplaceOperator(left, right, .inplaceXor, .xor)
}

@c @implementation public func BtNumber_InPlaceOr(_ left: Ref!, _ right: Ref!) -> Ref! {
    inplaceOperator(left, right, .inplaceOr, .or)
}
