internal import CBaton
internal import CBaton.Host

// datetime.datetime: a date and a time of day.

func makeDateTimeType() -> TypeRef? {
    makeNativeType("datetime.datetime", base: _bt_datetimes.api.DateType) { type in
        type.pointee.tp_basicsize = MemoryLayout<BtDateTime_DateTime>.size
        type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE)
        type.pointee.tp_doc = cString(
            "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])")
        type.pointee.tp_new = { dateTimeNew($0!, $1!, $2) }
        type.pointee.tp_dealloc = { object in
            if object!.dateTime.pointee.hastzinfo != 0 { Bt_DECREF_(object!.dateTime.pointee.tzinfo) }
            object!.type.pointee.tp_free(object)
        }
        type.pointee.tp_repr = { dateTimeRepr($0!) }
        type.pointee.tp_str = { object in
            guard let space = makeString(" ") else { return nil }
            defer { Bt_DECREF_(space) }
            return BtObject_CallMethodOneArg(object, internedName("isoformat"), space)
        }
        type.pointee.tp_hash = { dateTimeHash($0!) }
        type.pointee.tp_richcompare = { left, right, operation in
            guard isDateTime(left!), isDateTime(right!) else { return notImplementedRef }
            return compareInZones(
                left!, dateTimeMoment(left!).instant, right!, dateTimeMoment(right!).instant, operation,
                plural: "datetimes")
        }
        var numbers = BtNumberMethods()
        numbers.nb_add = { left, right in
            if isDateTime(left!), isDelta(right!) { return moved(left!, by: microseconds(of: right!)) }
            if isDelta(left!), isDateTime(right!) { return moved(right!, by: microseconds(of: left!)) }
            return notImplementedRef
        }
        numbers.nb_subtract = { dateTimeSubtract($0!, $1!) }
        type.pointee.tp_as_number = permanent(numbers)
        type.pointee.tp_getset = getsetTable([
            getset("hour", get: { `self`, _ in makeInt(dateTimeMoment(self!).hour) }),
            getset("minute", get: { `self`, _ in makeInt(dateTimeMoment(self!).minute) }),
            getset("second", get: { `self`, _ in makeInt(dateTimeMoment(self!).second) }),
            getset("microsecond", get: { `self`, _ in makeInt(dateTimeMoment(self!).microsecond) }),
            getset("tzinfo", get: { `self`, _ in newReference(zone(of: self!)) }),
            getset("fold", get: { `self`, _ in makeInt(dateTimeMoment(self!).fold) }),
        ])
        type.pointee.tp_methods = methodTable(dateTimeMethods + dateTimeClassMethods + zoneMethods)
    }
}

private let dateTimeParameters = MethodParameters(
    "function", "year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold", positional: 8)

private func dateTimeNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    if kwargs == nil, let state = keptState(args, 10) {
        var moment = Moment()
        (moment.year, moment.month) = (Int(state[0]) << 8 | Int(state[1]), Int(state[2] & 0x7F))
        (moment.day, moment.hour, moment.minute, moment.second) = (
            Int(state[3]), Int(state[4]), Int(state[5]), Int(state[6])
        )
        moment.microsecond = Int(state[7]) << 16 | Int(state[8]) << 8 | Int(state[9])
        moment.fold = Int(state[2] >> 7)
        return makeDateTime(type, moment, zone: BtTuple_GET_SIZE_(args) > 1 ? argument(args, 1) : noneRef)
    }
    return unpacked(dateTimeParameters, args, kwargs, failed: nil) { slots in
        var moment = Moment()
        guard checkRequired(slots, "year", "month", "day"), readDate(slots, into: &moment),
            readTime(slots + 3, into: &moment)
        else { return nil }
        return makeDateTime(type, moment, zone: slots[7] ?? noneRef)
    }
}

private func dateTimeRepr(_ object: Ref) -> Ref? {
    let moment = dateTimeMoment(object)
    var text = "\(typeName(object))(\(moment.year), \(moment.month), \(moment.day), \(moment.hour), \(moment.minute)"
    if moment.second != 0 || moment.microsecond != 0 { text += ", \(moment.second)" }
    if moment.microsecond != 0 { text += ", \(moment.microsecond)" }
    guard let zone = zoneArgument(object) else { return nil }
    return makeString(text + (moment.fold != 0 ? ", fold=1" : "") + zone + ")")
}

private func dateTimeHash(_ object: Ref) -> Bt_hash_t {
    if object.dateTime.pointee.hashcode != -1 { return object.dateTime.pointee.hashcode }
    var moment = dateTimeMoment(object)
    // Both of two equal local times hash as the first, whose offset it is.
    moment.fold = 0
    guard let first = makeDateTime(_bt_datetimes.api.DateTimeType, moment, zone: zone(of: object)) else { return -1 }
    defer { Bt_DECREF_(first) }
    guard let span = zoneSpan(of: first, "utcoffset") else { return -1 }
    var value = moment.instant
    if case .span(let offset) = span { value -= offset }
    let result = hash(value)
    object.dateTime.pointee.hashcode = result
    return result
}

/// A datetime and a span, of the type of the datetime. OverflowError if the sum is out of range.
func moved(_ object: Ref, by span: Int128) -> Ref? {
    let total = Int128(dateTimeMoment(object).instant) + span
    guard total >= Int128(microsecondsPerDay), total < Int128((lastOrdinal + 1) * microsecondsPerDay) else {
        return raise(BtExc_OverflowError, "date value out of range")
    }
    return newDateTime(object.type, Moment(instant: Int(total)), zone: zone(of: object))
}

private func dateTimeSubtract(_ left: Ref, _ right: Ref) -> Ref? {
    guard isDateTime(left) else { return notImplementedRef }
    if isDelta(right) { return moved(left, by: -microseconds(of: right)) }
    guard isDateTime(right) else { return notImplementedRef }
    var difference = dateTimeMoment(left).instant - dateTimeMoment(right).instant
    if zone(of: left) != zone(of: right) {
        guard let own = zoneSpan(of: left, "utcoffset"), let other = zoneSpan(of: right, "utcoffset") else {
            return nil
        }
        switch (own, other) {
        case (.none, .none): break
        case (.span(let first), .span(let second)): difference -= first - second
        default: return raise(BtExc_TypeError, "can't subtract offset-naive and offset-aware datetimes")
        }
    }
    return makeDelta(Int128(difference))
}
