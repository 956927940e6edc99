internal import CBaton
internal import CBaton.Host

// What times and datetimes ask their zone.

/// The answer of `utcoffset` or `dst`.
enum ZoneSpan: Equatable {
    case none
    /// In microseconds, less than a day.
    case span(Int)
}

/// Ask the zone of a time (which gives it None) or a datetime: a new reference to what a method of it returned, which may be
/// None.
func askZone(of object: Ref, _ method: StaticString) -> Ref? {
    let zone = zone(of: object)
    guard !isNone(zone) else { return noneRef }
    let kept = newReference(zone)
    defer { Bt_DECREF_(kept) }
    return BtObject_CallMethodOneArg(kept, internedName(method), isDateTime(object) ? object : noneRef)
}

/// As `askZone`, for a timedelta or None, which is checked.
func zoneDelta(of object: Ref, _ method: StaticString) -> Ref? {
    guard let answer = askZone(of: object, method) else { return nil }
    if isNone(answer) { return answer }
    defer { Bt_DECREF_(answer) }
    guard isDelta(answer) else {
        return raise(
            BtExc_TypeError, "tzinfo.\(method)() must return None or timedelta, not '\(typeName(answer))'")
    }
    guard microseconds(of: answer).magnitude < UInt128(microsecondsPerDay) else {
        return raise(
            BtExc_ValueError,
            "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    }
    return newReference(answer)
}

/// As `zoneDelta`, as a number. Nil with an exception set.
func zoneSpan(of object: Ref, _ method: StaticString) -> ZoneSpan? {
    guard let answer = zoneDelta(of: object, method) else { return nil }
    defer { Bt_DECREF_(answer) }
    return isNone(answer) ? ZoneSpan.none : .span(Int(microseconds(of: answer)))
}

/// The zone's name: a str or None.
func zoneName(of object: Ref) -> Ref? {
    guard let answer = askZone(of: object, "tzname") else { return nil }
    if isNone(answer) || isStr(answer) { return answer }
    defer { Bt_DECREF_(answer) }
    return raise(BtExc_TypeError, "tzinfo.tzname() must return None or a string, not '\(typeName(answer))'")
}

/// utcoffset, dst, tzname: methods of times and of datetimes.
var zoneMethods: [BtMethodDef] {
    [
        method("utcoffset", BT_METH_NOARGS, doc: "Return self.tzinfo.utcoffset(self).") { `self`, _ in
            zoneDelta(of: self!, "utcoffset")
        },
        method("dst", BT_METH_NOARGS, doc: "Return self.tzinfo.dst(self).") { `self`, _ in
            zoneDelta(of: self!, "dst")
        },
        method("tzname", BT_METH_NOARGS, doc: "Return self.tzinfo.tzname(self).") { `self`, _ in zoneName(of: self!) },
    ]
}

/// Compare two times or datetimes whose moments are given as microseconds.
func compareInZones(
    _ left: Ref, _ first: Int, _ right: Ref, _ second: Int, _ operation: CInt, plural: StaticString
) -> Ref? {
    func ordered(_ a: Int, _ b: Int) -> Ref { boolRef(orderSatisfies(operation, a < b ? -1 : a > b ? 1 : 0)) }
    if zone(of: left) == zone(of: right) { return ordered(first, second) }
    guard let own = zoneSpan(of: left, "utcoffset"), let other = zoneSpan(of: right, "utcoffset") else { return nil }
    let isEquality = operation == BT_EQ || operation == BT_NE
    if isEquality, isDateTime(left) {
        // A local time in a gap or a fold is equal to no time of another zone (PEP 495).
        guard let isOdd = dependsOnFold(left, own), let isOtherOdd = dependsOnFold(right, other) else { return nil }
        if isOdd || isOtherOdd { return boolRef(operation == BT_NE) }
    }
    switch (own, other) {
    case (.none, .none): return ordered(first, second)
    case (.span(let a), .span(let b)): return ordered(first - a, second - b)
    default:
        if isEquality { return boolRef(operation == BT_NE) }
        return raise(BtExc_TypeError, "can't compare offset-naive and offset-aware \(plural)")
    }
}

private func dependsOnFold(_ object: Ref, _ offset: ZoneSpan) -> Bool? {
    var moment = dateTimeMoment(object)
    moment.fold = 1 - moment.fold
    guard let flipped = makeDateTime(_bt_datetimes.api.DateTimeType, moment, zone: zone(of: object)) else { return nil }
    defer { Bt_DECREF_(flipped) }
    return zoneSpan(of: flipped, "utcoffset").map { $0 != offset }
}
