internal import CBaton
internal import Glibc

func floatMethods() -> UnsafeMutablePointer<BtMethodDef> {
    methodTable([
        method("conjugate", BT_METH_NOARGS) { object, _ in exactFloat(object!) },
        method("is_integer", BT_METH_NOARGS) { object, _ in
            boolRef(object!.double.isFinite && object!.double == object!.double.rounded(.down))
        },
        method("as_integer_ratio", BT_METH_NOARGS) { object, _ in floatRatio(object!.double) },
        method("hex", BT_METH_NOARGS) { object, _ in floatHex(object!.double) },
        method("fromhex", BT_METH_O | BT_METH_CLASS) { type, text in
            guard let value = floatFromHex(text!), let float = makeFloat(value) else { return nil }
            guard type != BtFloat_Type_().ref else { return float }
            defer { Bt_DECREF_(float) }
            return BtObject_CallOneArg(type, float)
        },
        method("__trunc__", BT_METH_NOARGS) { object, _ in makeInt(truncating: object!.double) },
        method("__floor__", BT_METH_NOARGS) { object, _ in makeInt(truncating: object!.double.rounded(.down)) },
        method("__ceil__", BT_METH_NOARGS) { object, _ in makeInt(truncating: object!.double.rounded(.up)) },
        fastMethod("__round__") { floatRound($0!.double, $1, $2) },
        method("__getnewargs__", BT_METH_NOARGS) { object, _ in
            makeFloat(object!.double).flatMap { makeTuple(taking: $0) }
        },
        method("__getformat__", BT_METH_O | BT_METH_CLASS) { _, name in floatFormatName(name!) },
        method("__format__", BT_METH_O) { formatFloat($0!, $1!) },
    ])
}

/// `value.as_integer_ratio()`.
private func floatRatio(_ value: Double) -> Ref? {
    guard !value.isNaN else { return raise(BtExc_ValueError, "cannot convert NaN to integer ratio") }
    guard value.isFinite else { return raise(BtExc_OverflowError, "cannot convert Infinity to integer ratio") }
    guard value != 0 else { return makeInt(0).flatMap { zero in makeInt(1).flatMap { makePair(taking: zero, $0) } } }
    // The significand as an odd number times a power of two.
    var (fraction, exponent) = frexp(value.magnitude)
    fraction *= 0x1p53
    exponent -= 53
    let zeros = Int(fraction).trailingZeroBitCount
    let magnitude = Int(fraction) >> zeros
    guard let odd = makeInt(value < 0 ? -magnitude : magnitude) else { return nil }
    exponent += zeros
    let denominatorShift = max(-exponent, 0)
    guard let numerator = shifted(odd, max(exponent, 0)) else { return nil }
    guard let one = makeInt(1), let denominator = shifted(one, denominatorShift) else {
        Bt_DECREF_(numerator)
        return nil
    }
    return makePair(taking: numerator, denominator)
}

/// `number << shift`, in exchange for `number`.
private func shifted(_ number: Ref, _ shift: Int) -> Ref? {
    guard shift > 0 else { return number }
    defer { Bt_DECREF_(number) }
    guard let count = makeInt(shift) else { return nil }
    defer { Bt_DECREF_(count) }
    return longShiftLeft(number.long, count.long)
}

/// `round(value, digits)`: an int without digits, otherwise a float, rounded as its exact decimal value rounds.
private func floatRound(_ value: Double, _ args: UnsafePointer<Ref?>?, _ nargs: Int) -> Ref? {
    guard _BtArg_CheckPositional("__round__", nargs, 0, 1) != 0 else { return nil }
    guard nargs > 0, let argument = args?[0], !isNone(argument) else {
        return makeInt(truncating: value.rounded(.toNearestOrEven))
    }
    let digits = BtNumber_AsSsize_t(argument, nil)
    if digits == -1, errorOccurred() { return nil }
    guard value.isFinite, digits <= 323 else { return makeFloat(value) }
    guard digits >= -308 else { return makeFloat(copysign(0, value)) }
    return floatRounded(value, digits)
}

private func floatRounded(_ value: Double, _ digits: Int) -> Ref? {
    let rounded: Double? =
        digits >= 0
        ? withDigits(value.magnitude, .fraction(digits)) { floatValue($0, point: $1) }
        : roundedToTens(value.magnitude, -digits)
    guard let rounded else { return nil }
    guard rounded.isFinite else { return raise(BtExc_OverflowError, "rounded value too large to represent") }
    return makeFloat(copysign(rounded, value))
}

/// Round to a multiple of 10^places, exactly: as an int, if there is something before the point to round.
private func roundedToTens(_ magnitude: Double, _ places: Int) -> Double? {
    withExactDigits(magnitude) { digits, point in
        let kept = point - places
        guard kept >= 0 else { return 0 }
        guard kept < digits.count else { return magnitude }
        let next = digits[kept]
        let isTie = next == 0x35 && kept + 1 == digits.count
        let isOdd = kept > 0 && digits[kept - 1] & 1 == 1
        return decimalValue(digits, kept, isTie ? isOdd : next >= 0x35, places)
    }
}

/// Give all digits of a finite magnitude: its exact decimal value, at most 767 of them.
private func withExactDigits<T>(_ magnitude: Double, _ body: (ASCII, Int) -> T?) -> T? {
    withDigits(magnitude, .significant(767), body)
}

/// The first `kept` digits, one more if `up`, times ten to `places`.
private func decimalValue(_ digits: ASCII, _ kept: Int, _ up: Bool, _ places: Int) -> Double? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: kept + 16) { text -> Double? in
        text[0] = 0x30
        for index in 0..<kept { text[index + 1] = digits[index] }
        var index = kept
        while up {
            text[index] = text[index] == 0x39 ? 0x30 : text[index] + 1
            if text[index] != 0x30 { break }
            index -= 1
        }
        return floatValue(ASCII(rebasing: UnsafeBufferPointer(text)[...kept]), point: kept + 1 + places)
    }
}

/// The double nearest to 0.DIGITS times ten to `point`.
private func floatValue(_ digits: ASCII, point: Int) -> Double? {
    guard let memory = BtMem_RawMalloc(digits.count + 32) else { return raiseNoMemory() }
    defer { BtMem_RawFree(memory) }
    let text = memory.bindMemory(to: UInt8.self, capacity: digits.count + 32)
    text.update(from: digits.baseAddress!, count: digits.count)
    var count = digits.count
    for byte in "e\(point - digits.count)".utf8 {
        text[count] = byte
        count += 1
    }
    return floatValue(ASCII(start: text, count: count))
}

private func floatFormatName(_ name: Ref) -> Ref? {
    guard isStr(name) else {
        _BtArg_BadArgument("__getformat__", "argument", "str", name)
        return nil
    }
    guard BtUnicode_EqualToUTF8(name, "double") != 0 || BtUnicode_EqualToUTF8(name, "float") != 0 else {
        return raise(BtExc_ValueError, "__getformat__() argument 1 must be 'double' or 'float'")
    }
    return makeString("IEEE, little-endian")
}
