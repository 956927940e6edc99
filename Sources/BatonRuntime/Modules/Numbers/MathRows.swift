internal import CBaton
internal import CBaton.Host
internal import Glibc

// Functions of math on rows of numbers: fsum, prod, sumprod, hypot, dist.

var mathRowFunctions: [BtMethodDef] {
    [
        method("fsum", BT_METH_O) { exactSum($1!) },
        fastKeywordMethod("prod") { _, args, nargs, kwnames in
            unpacked(prodParameters, args, nargs, kwnames) { slots in
                guard let items = iterator(over: slots[0]!),
                    var total = slots[1].map({ newReference($0) }) ?? makeInt(1)
                else { return nil }
                defer { Bt_DECREF_(items) }
                while let item = nextItem(items) {
                    let next = BtNumber_Multiply(total, item)
                    Bt_DECREF_(item)
                    Bt_DECREF_(total)
                    guard let next else { return nil }
                    total = next
                }
                if errorOccurred() {
                    Bt_DECREF_(total)
                    return nil
                }
                return total
            }
        },
        fastMethod("sumprod") { _, args, nargs in
            guard checkCount("sumprod", nargs, 2...2) else { return nil }
            return sumOfProducts(args![0]!, args![1]!)
        },
        fastMethod("hypot") { _, args, nargs in
            var values: [Double] = []
            for index in 0..<nargs {
                guard let value = double(args![index]!) else { return nil }
                values.append(abs(value))
            }
            return makeFloat(length(values))
        },
        fastMethod("dist") { _, args, nargs in
            guard checkCount("dist", nargs, 2...2), let p = tupleOf(args![0]!) else { return nil }
            defer { Bt_DECREF_(p) }
            guard let q = tupleOf(args![1]!) else { return nil }
            defer { Bt_DECREF_(q) }
            guard BtTuple_GET_SIZE_(p) == BtTuple_GET_SIZE_(q) else {
                return raise(BtExc_ValueError, "both points must have the same number of dimensions")
            }
            var values: [Double] = []
            for index in 0..<BtTuple_GET_SIZE_(p) {
                guard let a = double(BtTuple_GET_ITEM_(p, index)), let b = double(BtTuple_GET_ITEM_(q, index)) else {
                    return nil
                }
                values.append(abs(a - b))
            }
            return makeFloat(length(values))
        },
    ]
}

private let prodParameters = MethodParameters("prod", "iterable", "start", required: 1, positional: 1)

/// The square root of the sum of squares, scaled so that nothing overflows, and corrected once for what rounding lost.
private func length(_ values: [Double]) -> Double {
    let largest = values.max() ?? 0
    if values.contains(where: \.isInfinite) { return .infinity }
    if values.contains(where: \.isNaN) { return .nan }
    if largest == 0 { return 0 }
    if values.count == 1 { return largest }
    let scale = scalbn(1.0, -Int(largest.exponent))
    var (sum, lost) = (0.0, 0.0)
    func add(_ value: Double) {
        let next = sum + value
        lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
        sum = next
    }
    for value in values {
        let scaled = value * scale
        let square = scaled * scaled
        add(square)
        add(fma(scaled, scaled, -square))
    }
    let root = (sum + lost).squareRoot()
    // One step of Newton's on the exact difference.
    add(-(root * root))
    add(-fma(root, root, -(root * root)))
    return (root + (sum + lost) / (2 * root)) / scale
}

/// The sum of floats, rounded once: partial sums that do not overlap are kept (Shewchuk).
private func exactSum(_ iterable: Ref) -> Ref? {
    guard let items = iterator(over: iterable) else { return nil }
    defer { Bt_DECREF_(items) }
    var partials: [Double] = []
    var (special, infinite) = (0.0, 0.0)
    while let item = nextItem(items) {
        defer { Bt_DECREF_(item) }
        guard let given = double(item) else { return nil }
        var x = given
        var kept = 0
        for index in partials.indices {
            var y = partials[index]
            if abs(x) < abs(y) { swap(&x, &y) }
            let high = x + y
            let low = y - (high - x)
            if low != 0 {
                partials[kept] = low
                kept += 1
            }
            x = high
        }
        partials.removeSubrange(kept...)
        if x != 0 {
            if !x.isFinite {
                if given.isFinite { return raise(BtExc_OverflowError, "intermediate overflow in fsum") }
                if given.isInfinite { infinite += given }
                special += given
                partials.removeAll()
            } else {
                partials.append(x)
            }
        }
    }
    if errorOccurred() { return nil }
    if special != 0 {
        return infinite.isNaN ? raise(BtExc_ValueError, "-inf + inf in fsum") : makeFloat(special)
    }
    return makeFloat(roundedOnce(partials))
}

private func roundedOnce(_ partials: [Double]) -> Double {
    guard var high = partials.last else { return 0 }
    var index = partials.count - 2
    var low = 0.0
    while index >= 0 {
        let x = high
        let y = partials[index]
        high = x + y
        low = y - (high - x)
        index -= 1
        if low != 0 { break }
    }
    // A half that was rounded to even goes the way that the rest pulls it.
    if index >= 0, low < 0 && partials[index] < 0 || low > 0 && partials[index] > 0 {
        let double = low * 2
        let candidate = high + double
        if double == candidate - high { high = candidate }
    }
    return high
}

private func sumOfProducts(_ left: Ref, _ right: Ref) -> Ref? {
    guard let p = tupleOf(left) else { return nil }
    defer { Bt_DECREF_(p) }
    guard let q = tupleOf(right) else { return nil }
    defer { Bt_DECREF_(q) }
    guard BtTuple_GET_SIZE_(p) == BtTuple_GET_SIZE_(q) else {
        return raise(BtExc_ValueError, "Inputs are not the same length")
    }
    guard var total = makeInt(0) else { return nil }
    for index in 0..<BtTuple_GET_SIZE_(p) {
        guard let product = BtNumber_Multiply(BtTuple_GET_ITEM_(p, index), BtTuple_GET_ITEM_(q, index)) else {
            Bt_DECREF_(total)
            return nil
        }
        let next = BtNumber_Add(total, product)
        Bt_DECREF_(product)
        Bt_DECREF_(total)
        guard let next else { return nil }
        total = next
    }
    return total
}
