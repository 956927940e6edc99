internal import CBaton
internal import CBaton.Host

// datetime.time: a time of day.

func makeTimeType() -> TypeRef? {
    makeNativeType("datetime.time") { type in
        type.pointee.tp_basicsize = MemoryLayout<BtDateTime_Time>.size
        type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE)
        type.pointee.tp_doc = cString("time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object")
        type.pointee.tp_new = { timeNew($0!, $1!, $2) }
        type.pointee.tp_dealloc = { object in
            if object!.clock.pointee.hastzinfo != 0 { Bt_DECREF_(object!.clock.pointee.tzinfo) }
            object!.type.pointee.tp_free(object)
        }
        type.pointee.tp_repr = { timeRepr($0!) }
        type.pointee.tp_str = { BtObject_CallMethodNoArgs($0, internedName("isoformat")) }
        type.pointee.tp_hash = { timeHash($0!) }
        type.pointee.tp_richcompare = { left, right, operation in
            guard isTime(left!), isTime(right!) else { return notImplementedRef }
            return compareInZones(
                left!, timeMoment(left!).timeOfDay, right!, timeMoment(right!).timeOfDay, operation, plural: "times")
        }
        type.pointee.tp_getset = getsetTable([
            getset("hour", get: { `self`, _ in makeInt(timeMoment(self!).hour) }),
            getset("minute", get: { `self`, _ in makeInt(timeMoment(self!).minute) }),
            getset("second", get: { `self`, _ in makeInt(timeMoment(self!).second) }),
            getset("microsecond", get: { `self`, _ in makeInt(timeMoment(self!).microsecond) }),
            getset("tzinfo", get: { `self`, _ in newReference(zone(of: self!)) }),
            getset("fold", get: { `self`, _ in makeInt(timeMoment(self!).fold) }),
        ])
        type.pointee.tp_methods = methodTable(timeMethods + zoneMethods)
    }
}

private let timeParameters = MethodParameters(
    "function", "hour", "minute", "second", "microsecond", "tzinfo", "fold", positional: 5)

private func timeNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    if kwargs == nil, let state = keptState(args, 6) {
        var moment = Moment()
        (moment.hour, moment.minute, moment.second) = (Int(state[0] & 0x7F), Int(state[1]), Int(state[2]))
        moment.microsecond = Int(state[3]) << 16 | Int(state[4]) << 8 | Int(state[5])
        moment.fold = Int(state[0] >> 7)
        return makeTime(type, moment, zone: BtTuple_GET_SIZE_(args) > 1 ? argument(args, 1) : noneRef)
    }
    return unpacked(timeParameters, args, kwargs, failed: nil) { slots in
        var moment = Moment()
        return readTime(slots, into: &moment) ? makeTime(type, moment, zone: slots[4] ?? noneRef) : nil
    }
}

private func timeRepr(_ object: Ref) -> Ref? {
    let moment = timeMoment(object)
    var text = "\(typeName(object))(\(moment.hour), \(moment.minute)"
    if moment.second != 0 || moment.microsecond != 0 { text += ", \(moment.second)" }
    if moment.microsecond != 0 { text += ", \(moment.microsecond)" }
    guard let zone = zoneArgument(object) else { return nil }
    return makeString(text + zone + (moment.fold != 0 ? ", fold=1)" : ")"))
}

/// `, tzinfo=…` for a repr, empty without a zone. Nil with an exception set.
func zoneArgument(_ object: Ref) -> String? {
    let zone = zone(of: object)
    if isNone(zone) { return "" }
    guard let repr = BtObject_Repr(zone) else { return nil }
    defer { Bt_DECREF_(repr) }
    return ", tzinfo=\(swiftString(repr))"
}

private func timeHash(_ object: Ref) -> Bt_hash_t {
    if object.clock.pointee.hashcode != -1 { return object.clock.pointee.hashcode }
    guard let span = zoneSpan(of: object, "utcoffset") else { return -1 }
    var value = timeMoment(object).timeOfDay
    if case .span(let offset) = span { value -= offset }
    let result = hash(value)
    object.clock.pointee.hashcode = result
    return result
}

private let replaceParameters = MethodParameters(
    "replace", "hour", "minute", "second", "microsecond", "tzinfo", "fold", positional: 5)

private func timeReplace(_ object: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?) -> Ref? {
    unpacked(replaceParameters, args, nargs, kwnames) { slots in
        var moment = timeMoment(object)
        guard readTime(slots, into: &moment) else { return nil }
        return newTime(object.type, moment, zone: slots[4] ?? zone(of: object))
    }
}

private func timeReduced(_ object: Ref, fold: UInt8) -> Ref? {
    let data = object.clock.pointee.data
    return reduced(object, [data.0 | fold << 7, data.1, data.2, data.3, data.4, data.5], zone: zone(of: object))
}

private let isoParameters = MethodParameters("isoformat", "timespec")

private var timeMethods: [BtMethodDef] {
    [
        fastKeywordMethod("isoformat", doc: "Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].") {
            `self`, args, nargs, kwnames in
            unpacked(isoParameters, args, nargs, kwnames) { slots in
                guard let precision = ClockPrecision(slots[0]) else { return nil }
                guard let span = zoneSpan(of: self!, "utcoffset") else { return nil }
                var builder = TextBuilder()
                appendClock(timeMoment(self!), precision, to: &builder)
                if case .span(let offset) = span { appendOffset(offset, separator: ":", to: &builder) }
                return builder.finish()
            }
        },
        fastKeywordMethod("strftime", doc: "format -> strftime() style string.") { `self`, args, nargs, kwnames in
            var moment = timeMoment(self!)
            moment.year = 1900
            return formatted(self!, moment, args, nargs, kwnames)
        },
        method("__format__", BT_METH_O, doc: "Formats self with strftime.") { formatField($0!, $1!) },
        fastKeywordMethod("replace", doc: "Return time with new specified fields.") { timeReplace($0!, $1, $2, $3) },
        fastKeywordMethod("__replace__", doc: "The same as replace().") { timeReplace($0!, $1, $2, $3) },
        method("fromisoformat", BT_METH_O | BT_METH_CLASS, doc: "Construct a time from a string in ISO 8601 format.") {
            type, text in
            guard isStr(text!) else { return raise(BtExc_TypeError, "fromisoformat: argument must be str") }
            var parser = ISOParser(swiftString(text!))
            if parser.peek == "T" { parser.skip() }
            var moment = Moment()
            guard let zone = parser.time(into: &moment) else { return parser.failure(text!) }
            defer { Bt_DECREF_(zone) }
            return newTime(asType(type!), moment, zone: zone)
        },
        method("__reduce__", BT_METH_NOARGS) { `self`, _ in timeReduced(self!, fold: 0) },
        method("__reduce_ex__", BT_METH_O) { `self`, `protocol` in
            number(`protocol`, or: 0).flatMap { timeReduced(self!, fold: $0 > 3 ? self!.clock.pointee.fold : 0) }
        },
    ]
}
