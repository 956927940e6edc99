internal import CBaton
internal import CBaton.Host

// datetime.tzinfo, the base of time zones, and datetime.timezone, a fixed offset from UTC.

func makeZoneBaseType() -> TypeRef? {
    makeNativeType("datetime.tzinfo") { type in
        type.pointee.tp_basicsize = MemoryLayout<BtDateTime_TZInfo>.size
        type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE)
        type.pointee.tp_doc = cString("Abstract base class for time zone info objects.")
        type.pointee.tp_new = { type, _, _ in type!.pointee.tp_alloc(type, 0) }
        type.pointee.tp_methods = methodTable([
            method("tzname", BT_METH_O, doc: "datetime -> string name of time zone.") { _, _ in notDone("tzname") },
            method("utcoffset", BT_METH_O, doc: "datetime -> timedelta showing offset from UTC.") { _, _ in
                notDone("utcoffset")
            },
            method("dst", BT_METH_O, doc: "datetime -> DST offset as timedelta positive east of UTC.") { _, _ in
                notDone("dst")
            },
            method("fromutc", BT_METH_O, doc: "datetime in UTC -> datetime in local time.") { fromUTC($0!, $1!) },
        ])
    }
}

private func notDone(_ method: StaticString) -> Ref? {
    raise(BtExc_NotImplementedError, "a tzinfo subclass must implement \(method)()")
}

/// Whether the argument of `fromutc` is a datetime of this zone; else an exception is set.
private func checkUniversal(_ zone: Ref, _ moment: Ref) -> Bool {
    guard isDateTime(moment) else {
        return raise(BtExc_TypeError, "fromutc: argument must be a datetime") ?? false
    }
    guard BatonRuntime.zone(of: moment) == zone else {
        return raise(BtExc_ValueError, "fromutc: dt.tzinfo is not self") ?? false
    }
    return true
}

/// What a zone without a table does: the standard offset first, then what DST is at that local time.
private func fromUTC(_ zone: Ref, _ moment: Ref) -> Ref? {
    guard checkUniversal(zone, moment), let offset = zoneSpan(of: moment, "utcoffset") else { return nil }
    guard case .span(let total) = offset else {
        return raise(BtExc_ValueError, "fromutc: non-None utcoffset() result required")
    }
    guard let before = zoneSpan(of: moment, "dst") else { return nil }
    guard case .span(let dst) = before else {
        return raise(BtExc_ValueError, "fromutc: non-None dst() result required")
    }
    guard let standard = moved(moment, by: Int128(total - dst)) else { return nil }
    defer { Bt_DECREF_(standard) }
    guard let after = zoneSpan(of: standard, "dst") else { return nil }
    guard case .span(let local) = after else {
        return raise(BtExc_ValueError, "fromutc: tz.dst() gave inconsistent results; cannot convert")
    }
    return moved(standard, by: Int128(local))
}

// MARK: - timezone

func makeTimeZoneType() -> TypeRef? {
    makeNativeType("datetime.timezone", base: _bt_datetimes.api.TZInfoType) { type in
        type.pointee.tp_basicsize = MemoryLayout<BtTimeZoneObject_>.size
        type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT)
        type.pointee.tp_doc = cString("Fixed offset from UTC implementation of tzinfo.")
        type.pointee.tp_new = { timeZoneNew($1!, $2) }
        type.pointee.tp_dealloc = { object in
            Bt_DECREF_(object!.timeZone.pointee.offset)
            release(object!.timeZone.pointee.name)
            object!.type.pointee.tp_free(object)
        }
        type.pointee.tp_repr = { timeZoneRepr($0!) }
        type.pointee.tp_str = { timeZoneName($0!) }
        type.pointee.tp_hash = { BtObject_Hash($0!.timeZone.pointee.offset) }
        type.pointee.tp_richcompare = { left, right, operation in
            guard operation == BT_EQ || operation == BT_NE, left!.type == right!.type else { return notImplementedRef }
            return BtObject_RichCompare(left!.timeZone.pointee.offset, right!.timeZone.pointee.offset, operation)
        }
        type.pointee.tp_methods = methodTable([
            method("tzname", BT_METH_O, doc: "If name is specified when timezone is created, returns the name.") {
                checkArgument("tzname", $1!) ? timeZoneName($0!) : nil
            },
            method("utcoffset", BT_METH_O, doc: "Return fixed offset.") {
                checkArgument("utcoffset", $1!) ? newReference($0!.timeZone.pointee.offset) : nil
            },
            method("dst", BT_METH_O, doc: "Return None.") { checkArgument("dst", $1!) ? noneRef : nil },
            method("fromutc", BT_METH_O, doc: "datetime in UTC -> datetime in local time.") { `self`, moment in
                guard checkUniversal(self!, moment!) else { return nil }
                return moved(moment!, by: microseconds(of: self!.timeZone.pointee.offset))
            },
            method("__getinitargs__", BT_METH_NOARGS) { `self`, _ in timeZoneArguments(self!) },
            method("__reduce__", BT_METH_NOARGS) { `self`, _ in
                guard let arguments = timeZoneArguments(self!) else { return nil }
                defer { Bt_DECREF_(arguments) }
                return makeTuple(self!.type.ref, arguments, noneRef)
            },
        ])
    }
}

private func checkArgument(_ method: StaticString, _ moment: Ref) -> Bool {
    if isNone(moment) || isDateTime(moment) { return true }
    return raise(
        BtExc_TypeError,
        "\(method)(dt) argument must be a datetime instance or None, not \(typeName(moment))") ?? false
}

private func timeZoneArguments(_ zone: Ref) -> Ref? {
    let fields = zone.timeZone.pointee
    return fields.name.map { makeTuple(fields.offset, $0) } ?? makeTuple(fields.offset)
}

private let timeZoneParameters = MethodParameters("timezone", "offset", "name", required: 1)

private func timeZoneNew(_ args: Ref, _ kwargs: Ref?) -> Ref? {
    unpacked(timeZoneParameters, args, kwargs, failed: nil) { slots in
        guard isDelta(slots[0]!) else {
            return raise(
                BtExc_TypeError, "timezone() argument 1 must be datetime.timedelta, not \(typeName(slots[0]!))")
        }
        if let name = slots[1], !isStr(name) {
            return raise(BtExc_TypeError, "timezone() argument 2 must be str, not \(typeName(name))")
        }
        return makeTimeZone(slots[0]!, slots[1])
    }
}

/// A time zone; the one of UTC for no offset and no name. ValueError for an offset of a day and more.
func makeTimeZone(_ offset: Ref, _ name: Ref?) -> Ref? {
    let span = microseconds(of: offset)
    if span == 0, name == nil, let utc = _bt_datetimes.api.TimeZone_UTC { return newReference(utc) }
    guard span.magnitude < UInt128(microsecondsPerDay) else {
        return raise(
            BtExc_ValueError,
            "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                + "not \(reprText(offset)).")
    }
    let type = _bt_datetimes.timezone_type!
    guard let object = type.pointee.tp_alloc(type, 0) else { return nil }
    object.timeZone.pointee.offset = newReference(offset)
    object.timeZone.pointee.name = name.map { newReference($0) }
    return object
}

/// A time zone of seconds from UTC.
func makeTimeZone(seconds: Int, name: String?) -> Ref? {
    guard let offset = makeDelta(Int128(seconds * microsecondsPerSecond)) else { return nil }
    defer { Bt_DECREF_(offset) }
    guard let name else { return makeTimeZone(offset, nil) }
    guard let text = makeString(name) else { return nil }
    defer { Bt_DECREF_(text) }
    return makeTimeZone(offset, text)
}

private func timeZoneRepr(_ zone: Ref) -> Ref? {
    if zone == _bt_datetimes.api.TimeZone_UTC { return makeString("datetime.timezone.utc") }
    let fields = zone.timeZone.pointee
    let name = fields.name.map { ", \(reprText($0))" } ?? ""
    return makeString("\(typeName(zone))(\(reprText(fields.offset))\(name))")
}

private func timeZoneName(_ zone: Ref) -> Ref? {
    if let name = zone.timeZone.pointee.name { return newReference(name) }
    let offset = Int(microseconds(of: zone.timeZone.pointee.offset))
    var builder = TextBuilder()
    builder.append("UTC")
    if offset != 0 { appendOffset(offset, separator: ":", to: &builder) }
    return builder.finish()
}
