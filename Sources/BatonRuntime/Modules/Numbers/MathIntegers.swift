internal import CBaton
internal import CBaton.Host

// Functions of math on ints: gcd, lcm, isqrt, factorial, comb, perm.

var mathIntegerFunctions: [BtMethodDef] {
    [
        fastMethod("gcd") { _, args, nargs in
            folded(args, nargs, 0) { total, value in
                longGreatestCommonDivisor(total.as(BtLongObject.self), value.as(BtLongObject.self))
            }
        },
        fastMethod("lcm") { _, args, nargs in
            folded(args, nargs, 1) { total, value in
                if BtObject_IsTrue(total) == 0 || BtObject_IsTrue(value) == 0 { return makeInt(0) }
                guard
                    let divisor = longGreatestCommonDivisor(total.as(BtLongObject.self), value.as(BtLongObject.self))
                else { return nil }
                defer { Bt_DECREF_(divisor) }
                guard let product = combine(BtNumber_FloorDivide(total, divisor), value, BtNumber_Multiply) else {
                    return nil
                }
                defer { Bt_DECREF_(product) }
                return BtNumber_Absolute(product)
            }
        },
        method("isqrt", BT_METH_O) { squareRoot($1!) },
        method("factorial", BT_METH_O) { _, object in
            guard let n = wholeNumber(object!, "factorial() not defined for negative values") else { return nil }
            guard n <= 10_000_000 else {
                return raise(BtExc_OverflowError, "factorial() argument should not exceed 9223372036854775807")
            }
            return product(from: 1, to: n)
        },
        fastMethod("perm") { _, args, nargs in
            guard checkCount("perm", nargs, 1...2), let n = wholeNumber(args![0]!, "n must be a non-negative integer")
            else { return nil }
            if nargs == 1 || isNone(args![1]!) { return product(from: 1, to: n) }
            guard let k = wholeNumber(args![1]!, "k must be a non-negative integer") else { return nil }
            return k > n ? makeInt(0) : product(from: n - k + 1, to: n)
        },
        fastMethod("comb") { _, args, nargs in
            guard checkCount("comb", nargs, 2...2),
                let n = wholeNumber(args![0]!, "n must be a non-negative integer"),
                let k = wholeNumber(args![1]!, "k must be a non-negative integer")
            else { return nil }
            if k > n { return makeInt(0) }
            let fewer = min(k, n - k)
            guard let above = product(from: n - fewer + 1, to: n) else { return nil }
            defer { Bt_DECREF_(above) }
            guard let below = product(from: 1, to: fewer) else { return nil }
            defer { Bt_DECREF_(below) }
            return BtNumber_FloorDivide(above, below)
        },
    ]
}

/// Fold ints by an operation, beginning with `start`; the result is not negative.
private func folded(
    _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ start: Int, _ operation: (Ref, Ref) -> Ref?
) -> Ref? {
    guard var total = makeInt(start) else { return nil }
    for index in 0..<nargs {
        guard let value = BtNumber_Index(args![index]) else {
            Bt_DECREF_(total)
            return nil
        }
        let next = operation(total, value)
        Bt_DECREF_(value)
        Bt_DECREF_(total)
        guard let next else { return nil }
        total = next
    }
    return total
}

/// An int that is not negative and fits in a word. Nil with an exception set.
private func wholeNumber(_ object: Ref, _ negative: String) -> Int? {
    guard let index = BtNumber_Index(object) else { return nil }
    defer { Bt_DECREF_(index) }
    var overflow: CInt = 0
    let value = BtLong_AsLongAndOverflow(index, &overflow)
    if overflow < 0 || overflow == 0 && value < 0 { return raise(BtExc_ValueError, negative) }
    if overflow > 0 {
        return raise(BtExc_OverflowError, "argument should not exceed 9223372036854775807")
    }
    return value
}

/// The product of first...last, by halves, so that the factors are of like size.
private func product(from first: Int, to last: Int) -> Ref? {
    if first > last { return makeInt(1) }
    if last - first < 8 {
        var word = 1
        var isWord = true
        for factor in first...last {
            let (next, overflow) = word.multipliedReportingOverflow(by: factor)
            if overflow {
                isWord = false
                break
            }
            word = next
        }
        if isWord { return makeInt(word) }
    }
    if first == last { return makeInt(first) }
    let middle = first + (last - first) / 2
    guard let upper = product(from: middle + 1, to: last) else { return nil }
    defer { Bt_DECREF_(upper) }
    return combine(product(from: first, to: middle), upper, BtNumber_Multiply)
}

/// The largest int whose square is not larger, by Newton's method from above.
private func squareRoot(_ object: Ref) -> Ref? {
    guard let n = BtNumber_Index(object) else { return nil }
    defer { Bt_DECREF_(n) }
    guard let zero = makeInt(0), let one = makeInt(1) else { return nil }
    if BtObject_RichCompareBool(n, zero, BT_LT) > 0 {
        return raise(BtExc_ValueError, "isqrt() argument must be nonnegative")
    }
    if let word = fitting(n) {
        var root = Int(Double(word).squareRoot())
        while root.multipliedReportingOverflow(by: root).overflow || root * root > word { root -= 1 }
        while !(root + 1).multipliedReportingOverflow(by: root + 1).overflow, (root + 1) * (root + 1) <= word {
            root += 1
        }
        return makeInt(root)
    }
    let bits = n.as(BtLongObject.self).limbCount * 64
    guard let shift = makeInt((bits + 1) / 2 + 1), var guess = BtNumber_Lshift(one, shift) else { return nil }
    while true {
        guard let quotient = BtNumber_FloorDivide(n, guess) else { return nil }
        guard let sum = combine(quotient, guess, BtNumber_Add), let next = combine(sum, one, BtNumber_Rshift) else {
            return nil
        }
        if BtObject_RichCompareBool(next, guess, BT_GE) != 0 {
            Bt_DECREF_(next)
            return guess
        }
        Bt_DECREF_(guess)
        guess = next
    }
}
