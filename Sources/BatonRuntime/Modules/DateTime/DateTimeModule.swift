internal import CBaton
internal import CBaton.Host

// The module `datetime`, and the capsule by which C reaches it (datetime.h).

func makeDateTimes() -> Ref? {
    makeNativeModule("datetime", doc: "Fast implementation of the datetime type.", []) { module in
        guard _bt_datetimes.api.TimeZone_UTC != nil || (makeDateTimeTypes() && addConstants() && fillAPI()) else {
            return false
        }
        let api = _bt_datetimes.api
        let capsule = withUnsafeMutablePointer(to: &_bt_datetimes.api) {
            makeCapsule(UnsafeMutableRawPointer($0), cString("datetime.datetime_CAPI"), nil)
        }
        return add(module, api.DateType) && add(module, api.DateTimeType) && add(module, api.TimeType)
            && add(module, api.DeltaType) && add(module, api.TZInfoType) && add(module, _bt_datetimes.timezone_type)
            && add(module, "MINYEAR", makeInt(1)) && add(module, "MAXYEAR", makeInt(9999))
            && add(module, "UTC", newReference(api.TimeZone_UTC)) && add(module, "datetime_CAPI", capsule)
    }
}

private func makeDateTimeTypes() -> Bool {
    // Each after what it needs; timezone and datetime read their bases out of the struct.
    _bt_datetimes.api.DeltaType = makeDeltaType()
    _bt_datetimes.api.TZInfoType = makeZoneBaseType()
    _bt_datetimes.api.DateType = makeDateType()
    _bt_datetimes.api.TimeType = makeTimeType()
    guard _bt_datetimes.api.DeltaType != nil, _bt_datetimes.api.TZInfoType != nil, _bt_datetimes.api.DateType != nil,
        _bt_datetimes.api.TimeType != nil
    else { return false }
    _bt_datetimes.api.DateTimeType = makeDateTimeType()
    _bt_datetimes.timezone_type = makeTimeZoneType()
    _bt_datetimes.week_type = makeStructSequence(
        "datetime.IsoCalendarDate", doc: "The result of date.isocalendar().", ["year", "week", "weekday"])
    return _bt_datetimes.api.DateTimeType != nil && _bt_datetimes.timezone_type != nil
        && _bt_datetimes.week_type != nil
}

/// The attributes of the types: the least, the largest and the smallest step.
private func addConstants() -> Bool {
    let api = _bt_datetimes.api
    let last = Moment(instant: (lastOrdinal + 1) * microsecondsPerDay - 1)
    let day = microsecondsPerDay
    guard let zero = makeDelta(0), let utc = makeTimeZone(zero, nil) else { return false }
    Bt_DECREF_(zero)
    _bt_datetimes.api.TimeZone_UTC = utc
    let limit = Int128(day) - Int128(60 * microsecondsPerSecond)
    return add(api.DeltaType, "min", makeDelta(Int128(-largestDays) * Int128(day)))
        && add(api.DeltaType, "max", makeDelta(Int128(largestDays + 1) * Int128(day) - 1))
        && add(api.DeltaType, "resolution", makeDelta(1))
        && add(api.DateType, "min", makeDate(api.DateType, Moment()))
        && add(api.DateType, "max", makeDate(api.DateType, last))
        && add(api.DateType, "resolution", makeDelta(Int128(day)))
        && add(api.DateTimeType, "min", makeDateTime(api.DateTimeType, Moment(), zone: noneRef))
        && add(api.DateTimeType, "max", makeDateTime(api.DateTimeType, last, zone: noneRef))
        && add(api.DateTimeType, "resolution", makeDelta(1))
        && add(api.TimeType, "min", makeTime(api.TimeType, Moment(), zone: noneRef))
        && add(api.TimeType, "max", makeTime(api.TimeType, last, zone: noneRef))
        && add(api.TimeType, "resolution", makeDelta(1))
        && add(_bt_datetimes.timezone_type, "utc", newReference(utc))
        && add(_bt_datetimes.timezone_type, "min", zone(of: -limit))
        && add(_bt_datetimes.timezone_type, "max", zone(of: limit))
}

private func zone(of offset: Int128) -> Ref? {
    guard let delta = makeDelta(offset) else { return nil }
    defer { Bt_DECREF_(delta) }
    return makeTimeZone(delta, nil)
}

private func add(_ type: TypeRef, _ name: StaticString, _ value: Ref?) -> Bool {
    guard let value else { return false }
    defer { Bt_DECREF_(value) }
    return BtDict_SetItem(type.pointee.tp_dict, internedName(name), value) >= 0
}

/// The functions that C calls. They take a type as it is: a subtype is not called.
private func fillAPI() -> Bool {
    _bt_datetimes.api.Date_FromDate = { year, month, day, type in
        var moment = Moment()
        (moment.year, moment.month, moment.day) = (Int(year), Int(month), Int(day))
        return makeDate(type!, moment)
    }
    _bt_datetimes.api.DateTime_FromDateAndTime = { year, month, day, hour, minute, second, microsecond, zone, type in
        makeDateTime(type!, moment(year, month, day, hour, minute, second, microsecond, 0), zone: zone!)
    }
    _bt_datetimes.api.DateTime_FromDateAndTimeAndFold = {
        year, month, day, hour, minute, second, microsecond, zone, fold, type in
        makeDateTime(type!, moment(year, month, day, hour, minute, second, microsecond, fold), zone: zone!)
    }
    _bt_datetimes.api.Time_FromTime = { hour, minute, second, microsecond, zone, type in
        makeTime(type!, moment(1, 1, 1, hour, minute, second, microsecond, 0), zone: zone!)
    }
    _bt_datetimes.api.Time_FromTimeAndFold = { hour, minute, second, microsecond, zone, fold, type in
        makeTime(type!, moment(1, 1, 1, hour, minute, second, microsecond, fold), zone: zone!)
    }
    _bt_datetimes.api.Delta_FromDelta = { days, seconds, microseconds, normalize, type in
        guard normalize == 0 else {
            let rest = Int128(Int(seconds) * microsecondsPerSecond + Int(microseconds))
            return makeDelta(Int128(days) * Int128(microsecondsPerDay) + rest, type!)
        }
        return makeDelta(days: Int(days), seconds: Int(seconds), Int(microseconds), type!)
    }
    _bt_datetimes.api.TimeZone_FromTimeZone = { offset, name in
        guard isDelta(offset!) else {
            return raise(BtExc_TypeError, "timezone() argument 1 must be datetime.timedelta, not \(typeName(offset!))")
        }
        return makeTimeZone(offset!, name)
    }
    _bt_datetimes.api.DateTime_FromTimestamp = { type, args, kwargs in
        guard let method = BtObject_GetAttrString(type, "fromtimestamp") else { return nil }
        defer { Bt_DECREF_(method) }
        return BtObject_Call(method, args, kwargs)
    }
    _bt_datetimes.api.Date_FromTimestamp = { type, args in
        guard _BtArg_CheckPositional("fromtimestamp", BtTuple_GET_SIZE_(args!), 1, 1) != 0 else { return nil }
        return dateFromTimestamp(type!, argument(args!, 0))
    }
    return true
}

private func moment(
    _ year: CInt, _ month: CInt, _ day: CInt, _ hour: CInt, _ minute: CInt, _ second: CInt, _ microsecond: CInt,
    _ fold: CInt
) -> Moment {
    var moment = Moment()
    (moment.year, moment.month, moment.day) = (Int(year), Int(month), Int(day))
    (moment.hour, moment.minute, moment.second) = (Int(hour), Int(minute), Int(second))
    (moment.microsecond, moment.fold) = (Int(microsecond), Int(fold))
    return moment
}
