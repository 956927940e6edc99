internal import CBaton
internal import CBaton.Host

private let isoParameters = MethodParameters("isoformat", "sep", "timespec")
private let zoneParameters = MethodParameters("astimezone", "tz")
private let replaceParameters = MethodParameters(
    "replace", "year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold", positional: 8)

var dateTimeMethods: [BtMethodDef] {
    [
        method("date", BT_METH_NOARGS, doc: "Return date object with same year, month and day.") { `self`, _ in
            makeDate(_bt_datetimes.api.DateType, dateMoment(self!))
        },
        method("time", BT_METH_NOARGS, doc: "Return time object with same time but with tzinfo=None.") { `self`, _ in
            makeTime(_bt_datetimes.api.TimeType, dateTimeMoment(self!), zone: noneRef)
        },
        method("timetz", BT_METH_NOARGS, doc: "Return time object with same time and tzinfo.") { `self`, _ in
            makeTime(_bt_datetimes.api.TimeType, dateTimeMoment(self!), zone: zone(of: self!))
        },
        method("ctime", BT_METH_NOARGS, doc: "Return ctime() style string.") { `self`, _ in
            ctimeText(dateTimeMoment(self!))
        },
        method("timetuple", BT_METH_NOARGS, doc: "Return time tuple, compatible with time.localtime().") { `self`, _ in
            guard let dst = zoneSpan(of: self!, "dst") else { return nil }
            return timeTuple(dateTimeMoment(self!), isDST: dst == .none ? -1 : dst == .span(0) ? 0 : 1)
        },
        method("utctimetuple", BT_METH_NOARGS, doc: "Return UTC time tuple, compatible with time.localtime().") {
            `self`, _ in
            guard let span = zoneSpan(of: self!, "utcoffset") else { return nil }
            guard case .span(let offset) = span else { return timeTuple(dateTimeMoment(self!), isDST: 0) }
            let instant = dateTimeMoment(self!).instant - offset
            guard instant >= microsecondsPerDay, instant < (lastOrdinal + 1) * microsecondsPerDay else {
                return raise(BtExc_OverflowError, "date value out of range")
            }
            return timeTuple(Moment(instant: instant), isDST: 0)
        },
        method("timestamp", BT_METH_NOARGS, doc: "Return POSIX timestamp as float.") { `self`, _ in timestamp(self!) },
        fastKeywordMethod(
            "isoformat", doc: "[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM]."
        ) {
            isoText($0!, $1, $2, $3)
        },
        fastKeywordMethod("strftime", doc: "format -> strftime() style string.") {
            formatted($0!, dateTimeMoment($0!), $1, $2, $3)
        },
        fastKeywordMethod("replace", doc: "Return datetime with new specified fields.") {
            dateTimeReplace($0!, $1, $2, $3)
        },
        fastKeywordMethod("__replace__", doc: "The same as replace().") { dateTimeReplace($0!, $1, $2, $3) },
        fastKeywordMethod("astimezone", doc: "tz -> convert to local time in new timezone tz") {
            `self`, args, nargs, kwnames in
            unpacked(zoneParameters, args, nargs, kwnames) { inZone(self!, $0[0] ?? noneRef) }
        },
        method("__reduce__", BT_METH_NOARGS) { `self`, _ in dateTimeReduced(self!, fold: 0) },
        method("__reduce_ex__", BT_METH_O) { `self`, `protocol` in
            number(`protocol`, or: 0).flatMap { dateTimeReduced(self!, fold: $0 > 3 ? self!.dateTime.pointee.fold : 0) }
        },
    ]
}

/// What makes it again; the fold stands in the upper bit of the month.
private func dateTimeReduced(_ object: Ref, fold: UInt8) -> Ref? {
    let data = object.dateTime.pointee.data
    return reduced(
        object,
        [data.0, data.1, data.2 | fold << 7, data.3, data.4, data.5, data.6, data.7, data.8, data.9],
        zone: zone(of: object))
}

private func isoText(_ object: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?) -> Ref? {
    unpacked(isoParameters, args, nargs, kwnames) { slots in
        var separator: UInt32 = 0x54
        if let given = slots[0] {
            guard isStr(given), TextView(given).count == 1 else {
                return raise(
                    BtExc_TypeError,
                    "isoformat() argument 1 must be a unicode character, not \(typeName(given))")
            }
            separator = TextView(given)[0]
        }
        guard let precision = ClockPrecision(slots[1]), let span = zoneSpan(of: object, "utcoffset") else {
            return nil
        }
        let moment = dateTimeMoment(object)
        var builder = TextBuilder()
        appendDate(moment, to: &builder)
        builder.append(separator)
        appendClock(moment, precision, to: &builder)
        if case .span(let offset) = span { appendOffset(offset, separator: ":", to: &builder) }
        return builder.finish()
    }
}

private func dateTimeReplace(_ object: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?) -> Ref? {
    unpacked(replaceParameters, args, nargs, kwnames) { slots in
        var moment = dateTimeMoment(object)
        guard readDate(slots, into: &moment), readTime(slots + 3, into: &moment) else { return nil }
        return newDateTime(object.type, moment, zone: slots[7] ?? zone(of: object))
    }
}

private func timestamp(_ object: Ref) -> Ref? {
    guard let span = zoneSpan(of: object, "utcoffset") else { return nil }
    let moment = dateTimeMoment(object)
    if case .span(let offset) = span {
        return totalSeconds(Int128(universalSeconds(moment) * microsecondsPerSecond + moment.microsecond - offset))
    }
    guard let seconds = localSeconds(moment) else { return nil }
    return makeFloat(Double(seconds) + Double(moment.microsecond) / 1e6)
}

/// `datetime.astimezone(tz)`; None is the system's local zone.
private func inZone(_ object: Ref, _ target: Ref) -> Ref? {
    guard checkZone(target) else { return nil }
    if !isNone(target), zone(of: object) == target { return newReference(object) }
    guard let span = zoneSpan(of: object, "utcoffset") else { return nil }
    let moment = dateTimeMoment(object)
    var instant = moment.instant
    if case .span(let offset) = span {
        instant -= offset
    } else {
        // A time without a zone is taken for local time.
        guard let seconds = localSeconds(moment) else { return nil }
        instant += (seconds - universalSeconds(moment)) * microsecondsPerSecond
    }
    guard instant >= microsecondsPerDay, instant < (lastOrdinal + 1) * microsecondsPerDay else {
        return raise(BtExc_OverflowError, "date value out of range")
    }
    let universal = Moment(instant: instant)
    guard let zone = isNone(target) ? localZone(universalSeconds(universal)) : newReference(target) else { return nil }
    defer { Bt_DECREF_(zone) }
    return converted(object.type, universal, to: zone)
}

/// A moment of UTC in a zone.
func converted(_ type: TypeRef, _ universal: Moment, to zone: Ref) -> Ref? {
    guard let made = newDateTime(type, universal, zone: zone) else { return nil }
    defer { Bt_DECREF_(made) }
    return BtObject_CallMethodOneArg(zone, internedName("fromutc"), made)
}

/// The local zone at seconds since the Epoch, as a timezone with its name.
private func localZone(_ seconds: Int) -> Ref? {
    guard let local = localMoment(seconds) else { return nil }
    return makeTimeZone(seconds: local.offset, name: local.zoneName)
}
