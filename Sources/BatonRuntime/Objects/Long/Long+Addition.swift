internal import CBaton
internal import CGMP

// Sums, differences and products.

func longAdd(_ left: LongRef, _ right: LongRef) -> Ref? {
    if let x = left.compact, let y = right.compact {
        let (sum, overflow) = x.addingReportingOverflow(y)
        if !overflow { return makeInt(sum) }
    }
    return addSigned(left, right, negated: false)
}

func longSubtract(_ left: LongRef, _ right: LongRef) -> Ref? {
    if let x = left.compact, let y = right.compact {
        let (difference, overflow) = x.subtractingReportingOverflow(y)
        if !overflow { return makeInt(difference) }
    }
    return addSigned(left, right, negated: true)
}

func longMultiply(_ left: LongRef, _ right: LongRef) -> Ref? {
    if let x = left.compact, let y = right.compact {
        let (product, overflow) = x.multipliedReportingOverflow(by: y)
        if !overflow { return makeInt(product) }
    }
    let (long, short) = left.limbCount >= right.limbCount ? (left, right) : (right, left)
    guard short.limbCount > 0 else { return makeInt(0) }
    let count = long.limbCount + short.limbCount
    guard reserveScratch(count), let product = allocateLong(count) else { return nil }
    if long == short {
        __gmpn_sqr(product.limbs, long.limbs, long.limbCount)
    } else {
        _ = __gmpn_mul(product.limbs, long.limbs, long.limbCount, short.limbs, short.limbCount)
    }
    return completeLong(product, count, negative: left.isNegative != right.isNegative)
}

func longNegate(_ long: LongRef) -> Ref? {
    if let value = long.compact { return makeInt(-value) }
    return makeInt(copying: long.limbs, long.limbCount, negative: !long.isNegative)
}

func longAbsolute(_ long: LongRef) -> Ref? {
    long.isNegative ? longNegate(long) : exactLong(long)
}

/// `~x`, which is `-(x + 1)`.
func longInvert(_ long: LongRef) -> Ref? {
    if let value = long.compact { return makeInt(~value) }
    let count = long.limbCount
    guard let result = allocateLong(count + 1) else { return nil }
    if long.isNegative {
        result.limbs[count] = 0
        _ = __gmpn_sub_1(result.limbs, long.limbs, count, 1)
    } else {
        result.limbs[count] = __gmpn_add_1(result.limbs, long.limbs, count, 1)
    }
    return completeLong(result, count + 1, negative: !long.isNegative)
}

/// `left + right`, or `left - right` where `right` counts negated.
private func addSigned(_ left: LongRef, _ right: LongRef, negated: Bool) -> Ref? {
    let rightNegative = right.isNegative != negated
    return left.isNegative == rightNegative
        ? addMagnitudes(left, right, negative: left.isNegative)
        : subtractMagnitudes(left, right, negative: left.isNegative)
}

private func addMagnitudes(_ left: LongRef, _ right: LongRef, negative: Bool) -> Ref? {
    let (long, short) = left.limbCount >= right.limbCount ? (left, right) : (right, left)
    let count = long.limbCount
    guard let sum = allocateLong(count + 1) else { return nil }
    sum.limbs[count] = addLimbs(sum.limbs, long.limbs, count, short.limbs, short.limbCount)
    return completeLong(sum, count + 1, negative: negative)
}

/// `|left| - |right|`, negated if `negative`.
private func subtractMagnitudes(_ left: LongRef, _ right: LongRef, negative: Bool) -> Ref? {
    let order = compareMagnitudes(left, right)
    guard order != 0 else { return makeInt(0) }
    let (large, small) = order > 0 ? (left, right) : (right, left)
    guard let difference = allocateLong(large.limbCount) else { return nil }
    subtractLimbs(difference.limbs, large.limbs, large.limbCount, small.limbs, small.limbCount)
    return completeLong(difference, large.limbCount, negative: negative != (order < 0))
}

/// Add rows of limbs, the longer one first; give the carry. The result may be one of the operands.
func addLimbs(
    _ result: Limbs, _ long: UnsafePointer<UInt>, _ longCount: Int, _ short: UnsafePointer<UInt>, _ shortCount: Int
) -> UInt {
    guard shortCount > 0 else {
        if result != long { result.update(from: long, count: longCount) }
        return 0
    }
    let carry = __gmpn_add_n(result, long, short, shortCount)
    guard longCount > shortCount else { return carry }
    return __gmpn_add_1(result + shortCount, long + shortCount, longCount - shortCount, carry)
}

/// Subtract rows of limbs, the larger number first. The result may be one of the operands.
func subtractLimbs(
    _ result: Limbs, _ large: UnsafePointer<UInt>, _ largeCount: Int, _ small: UnsafePointer<UInt>, _ smallCount: Int
) {
    guard smallCount > 0 else {
        if result != large { result.update(from: large, count: largeCount) }
        return
    }
    let borrow = __gmpn_sub_n(result, large, small, smallCount)
    guard largeCount > smallCount else { return }
    _ = __gmpn_sub_1(result + smallCount, large + smallCount, largeCount - smallCount, borrow)
}
