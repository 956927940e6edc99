internal import CBaton
internal import CBaton.Host

// datetime.timedelta: a span as days, seconds and microseconds.

/// The range of days.
let largestDays = 999_999_999

/// The whole span in microseconds, of any length: more than an Int holds.
func microseconds(of delta: Ref) -> Int128 {
    let fields = delta.delta.pointee
    return Int128(fields.days) * Int128(microsecondsPerDay)
        + Int128(Int(fields.seconds) * microsecondsPerSecond + Int(fields.microseconds))
}

/// Make a timedelta; OverflowError if it is out of range.
func makeDelta(_ microseconds: Int128, _ type: TypeRef? = nil) -> Ref? {
    let (days, rest) = floorDivision(microseconds, Int128(microsecondsPerDay))
    guard days.magnitude <= UInt128(largestDays) else {
        guard CInt(exactly: days) != nil else {
            return raise(BtExc_OverflowError, "Python int too large to convert to C int")
        }
        return raise(BtExc_OverflowError, "days=\(days); must have magnitude <= \(largestDays)")
    }
    return makeDelta(
        days: Int(days), seconds: Int(rest) / microsecondsPerSecond, Int(rest) % microsecondsPerSecond, type)
}

/// Make a timedelta of fields that are in range.
func makeDelta(days: Int, seconds: Int, _ microseconds: Int, _ type: TypeRef?) -> Ref? {
    let type: TypeRef = type ?? _bt_datetimes.api.DeltaType
    guard let object = type.pointee.tp_alloc(type, 0) else { return nil }
    object.delta.pointee.hashcode = -1
    object.delta.pointee.days = CInt(days)
    object.delta.pointee.seconds = CInt(seconds)
    object.delta.pointee.microseconds = CInt(microseconds)
    return object
}

/// The quotient rounded down, and the remainder, which has the sign of the divisor.
func floorDivision(_ value: Int128, _ divisor: Int128) -> (Int128, Int128) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder != 0 && (remainder < 0) != (divisor < 0)
        ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}

func makeDeltaType() -> TypeRef? {
    makeNativeType("datetime.timedelta") { type in
        type.pointee.tp_basicsize = MemoryLayout<BtDateTime_Delta>.size
        type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE)
        type.pointee.tp_doc = cString("Difference between two datetime values.")
        type.pointee.tp_new = { deltaNew($0!, $1!, $2) }
        type.pointee.tp_repr = { deltaRepr($0!) }
        type.pointee.tp_str = { deltaText($0!) }
        type.pointee.tp_hash = { object in
            let fields = object!.delta
            if fields.pointee.hashcode == -1 {
                fields.pointee.hashcode = hash(
                    Int(fields.pointee.days), Int(fields.pointee.seconds), Int(fields.pointee.microseconds))
            }
            return fields.pointee.hashcode
        }
        type.pointee.tp_richcompare = { left, right, operation in
            guard isDelta(left!), isDelta(right!) else { return notImplementedRef }
            let (first, second) = (microseconds(of: left!), microseconds(of: right!))
            return boolRef(orderSatisfies(operation, first < second ? -1 : first > second ? 1 : 0))
        }
        type.pointee.tp_as_number = permanent(deltaNumbers())
        type.pointee.tp_members = memberTable([
            member("days", BT_T_INT, offset: MemoryLayout<BtDateTime_Delta>.offset(of: \.days)!),
            member("seconds", BT_T_INT, offset: MemoryLayout<BtDateTime_Delta>.offset(of: \.seconds)!),
            member("microseconds", BT_T_INT, offset: MemoryLayout<BtDateTime_Delta>.offset(of: \.microseconds)!),
        ])
        type.pointee.tp_methods = methodTable([
            method("total_seconds", BT_METH_NOARGS, doc: "Total seconds in the duration.") { `self`, _ in
                totalSeconds(microseconds(of: self!))
            },
            method("__reduce__", BT_METH_NOARGS) { `self`, _ in
                let fields = self!.delta.pointee
                let arguments = tuple(
                    taking: makeInt(Int(fields.days)), makeInt(Int(fields.seconds)), makeInt(Int(fields.microseconds)))
                guard let arguments else { return nil }
                defer { Bt_DECREF_(arguments) }
                return makeTuple(self!.type.ref, arguments)
            },
        ])
    }
}

// MARK: - The constructor

private let deltaParameters = MethodParameters(
    "__new__", "days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks")

/// The parameters from the smallest unit on, by their places, with their microseconds.
private let deltaUnits: [(name: StaticString, slot: Int, scale: Int)] = [
    ("microseconds", 2, 1), ("milliseconds", 3, 1000), ("seconds", 1, 1_000_000), ("minutes", 4, 60_000_000),
    ("hours", 5, 3_600_000_000), ("days", 0, 86_400_000_000), ("weeks", 6, 604_800_000_000),
]

private func deltaNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    unpacked(deltaParameters, args, kwargs, failed: nil) { slots in
        var total: Int128 = 0
        // What fractions leave below a microsecond is gathered, and rounded once.
        var fraction = 0.0
        for unit in deltaUnits {
            guard let argument = slots[unit.slot] else { continue }
            guard add(argument, unit.name, unit.scale, to: &total, &fraction) else { return nil }
        }
        if fraction != 0 {
            // Halves go to the even total.
            var whole = fraction.rounded(.toNearestOrAwayFromZero)
            if (whole - fraction).magnitude == 0.5 {
                let odd = total & 1 == 0 ? 0.0 : 1.0
                whole = 2 * ((fraction + odd) * 0.5).rounded(.toNearestOrAwayFromZero) - odd
            }
            total += Int128(whole)
        }
        return makeDelta(total, type)
    }
}

private func add(
    _ argument: Ref, _ name: StaticString, _ scale: Int, to total: inout Int128, _ fraction: inout Double
) -> Bool {
    if isInt(argument) {
        guard let value = sizeArgument(argument) else { return outOfRange() }
        total += Int128(value) * Int128(scale)
        return true
    }
    guard isFloat(argument) else {
        return raise(BtExc_TypeError, "unsupported type for timedelta \(name) component: \(typeName(argument))")
            ?? false
    }
    let value = BtFloat_AsDouble(argument)
    if value.isNaN { return raise(BtExc_ValueError, "cannot convert float NaN to integer") ?? false }
    if value.isInfinite { return raise(BtExc_OverflowError, "cannot convert float infinity to integer") ?? false }
    let whole = value.rounded(.towardZero)
    guard whole.magnitude < 0x1p62 else { return outOfRange() }
    total += Int128(whole) * Int128(scale)
    // Less than one of the unit, in microseconds.
    let rest = (value - whole) * Double(scale)
    let restWhole = rest.rounded(.towardZero)
    total += Int128(restWhole)
    fraction += rest - restWhole
    return true
}

private func outOfRange() -> Bool {
    BtErr_Clear()
    return raise(BtExc_OverflowError, "Python int too large to convert to C int") ?? false
}

/// Microseconds as a float of seconds, rounded once.
func totalSeconds(_ microseconds: Int128) -> Ref? {
    if microseconds.magnitude < 1 << 53 { return makeFloat(Double(Int(microseconds)) / 1e6) }
    guard let total = makeInt(wide: microseconds) else { return nil }
    defer { Bt_DECREF_(total) }
    guard let scale = makeInt(microsecondsPerSecond) else { return nil }
    defer { Bt_DECREF_(scale) }
    return BtNumber_TrueDivide(total, scale)
}

/// An int of any Int128.
func makeInt(wide value: Int128) -> Ref? {
    if let narrow = Int(exactly: value) { return makeInt(narrow) }
    return String(value).withCString { BtLong_FromString($0, nil, 10) }
}

// MARK: - Text

private func deltaRepr(_ delta: Ref) -> Ref? {
    let fields = delta.delta.pointee
    var parts: [String] = []
    if fields.days != 0 { parts.append("days=\(fields.days)") }
    if fields.seconds != 0 { parts.append("seconds=\(fields.seconds)") }
    if fields.microseconds != 0 { parts.append("microseconds=\(fields.microseconds)") }
    return makeString("\(typeName(delta))(\(parts.isEmpty ? "0" : parts.joined(separator: ", ")))")
}

private func deltaText(_ delta: Ref) -> Ref? {
    let fields = delta.delta.pointee
    var builder = TextBuilder()
    if fields.days != 0 {
        builder.append("\(fields.days) day\(fields.days.magnitude == 1 ? "" : "s"), ")
    }
    var moment = Moment()
    moment.setTimeOfDay(Int(fields.seconds) * microsecondsPerSecond + Int(fields.microseconds))
    builder.append(number: UInt64(moment.hour))
    builder.append(":")
    builder.append(number: UInt64(moment.minute), digits: 2)
    builder.append(":")
    builder.append(number: UInt64(moment.second), digits: 2)
    if moment.microsecond != 0 {
        builder.append(".")
        builder.append(number: UInt64(moment.microsecond), digits: 6)
    }
    return builder.finish()
}
