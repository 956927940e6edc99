internal import CBaton
internal import CBaton.Host

private let nowParameters = MethodParameters("now", "tz")
private let timestampParameters = MethodParameters("fromtimestamp", "timestamp", "tz", required: 1)
private let combineParameters = MethodParameters("combine", "date", "time", "tzinfo", required: 2)

private let classFlags = BT_METH_FASTCALL | BT_METH_KEYWORDS | BT_METH_CLASS

var dateTimeClassMethods: [BtMethodDef] {
    [
        fastKeywordMethod("now", classFlags, doc: "Returns new datetime object representing current time local to tz.")
        {
            type, args, nargs, kwnames in
            unpacked(nowParameters, args, nargs, kwnames) { slots in
                let (seconds, microseconds) = currentTime()
                return dateTime(asType(type!), seconds, microseconds, zone: slots[0] ?? noneRef)
            }
        },
        method("utcnow", BT_METH_NOARGS | BT_METH_CLASS, doc: "Return a new datetime representing UTC day and time.") {
            type, _ in
            guard warnOfUniversal("utcnow()", "now(datetime.UTC)") else { return nil }
            let (seconds, microseconds) = currentTime()
            return universalDateTime(asType(type!), seconds, microseconds)
        },
        fastKeywordMethod(
            "fromtimestamp", classFlags, doc: "timestamp[, tz] -> tz's local time from POSIX timestamp."
        ) { dateTimeFromTimestamp($0!, $1, $2, $3) },
        method(
            "utcfromtimestamp", BT_METH_O | BT_METH_CLASS,
            doc: "Construct a naive UTC datetime from a POSIX timestamp."
        ) { type, timestamp in
            guard warnOfUniversal("utcfromtimestamp()", "fromtimestamp(timestamp, datetime.UTC)"),
                let (seconds, microseconds) = secondsAndMicroseconds(timestamp!)
            else { return nil }
            return universalDateTime(asType(type!), seconds, microseconds)
        },
        fastKeywordMethod("combine", classFlags, doc: "date, time -> datetime with same date and time fields") {
            type, args, nargs, kwnames in
            unpacked(combineParameters, args, nargs, kwnames) { slots in
                combined(asType(type!), slots[0]!, slots[1]!, slots[2])
            }
        },
        method(
            "fromisoformat", BT_METH_O | BT_METH_CLASS, doc: "string -> datetime from a string in most ISO 8601 formats"
        ) { type, text in
            guard isStr(text!) else { return raise(BtExc_TypeError, "fromisoformat: argument must be str") }
            var parser = ISOParser(swiftString(text!))
            guard var moment = parser.date(to: parser.separator) else { return parser.failure(text!) }
            var zone = noneRef
            if !parser.isAtEnd {
                parser.skip()
                guard let found = parser.time(into: &moment) else { return parser.failure(text!) }
                zone = found
            }
            defer { Bt_DECREF_(zone) }
            return newDateTime(asType(type!), moment, zone: zone)
        },
        fastMethod(
            "strptime", BT_METH_FASTCALL | BT_METH_CLASS, doc: "string, format -> new datetime parsed from a string."
        ) {
            type, args, nargs in
            guard nargs == 2 else {
                return raise(BtExc_TypeError, "strptime() takes exactly 2 arguments (\(nargs) given)")
            }
            for index in 0..<2 where !isStr(args![index]!) {
                return raise(
                    BtExc_TypeError, "strptime() argument \(index + 1) must be str, not \(typeName(args![index]!))")
            }
            guard let function = BtImport_ImportModuleAttrString("_strptime", "_strptime_datetime") else {
                return nil
            }
            defer { Bt_DECREF_(function) }
            let arguments: [Ref?] = [type, args![0], args![1]]
            return arguments.withUnsafeBufferPointer { BtObject_Vectorcall(function, $0.baseAddress, 3, nil) }
        },
    ]
}

private func currentTime() -> (Int, Int) {
    let now = realNanoseconds()
    return (now / 1_000_000_000, now % 1_000_000_000 / 1000)
}

private func warnOfUniversal(_ method: String, _ instead: String) -> Bool {
    BtErr_WarnEx(
        BtExc_DeprecationWarning,
        "datetime.datetime.\(method) is deprecated and scheduled for removal in a future version. Use timezone-aware "
            + "objects to represent datetimes in UTC: datetime.datetime.\(instead).", 1) >= 0
}

func dateTimeFromTimestamp(_ type: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?) -> Ref? {
    unpacked(timestampParameters, args, nargs, kwnames) { slots in
        guard let (seconds, microseconds) = secondsAndMicroseconds(slots[0]!) else { return nil }
        return dateTime(asType(type), seconds, microseconds, zone: slots[1] ?? noneRef)
    }
}

/// The time at seconds and microseconds since the Epoch, local to a zone; None: local time without a zone.
private func dateTime(_ type: TypeRef, _ seconds: Int, _ microseconds: Int, zone: Ref) -> Ref? {
    guard checkZone(zone) else { return nil }
    if isNone(zone) {
        guard var local = localMoment(seconds), let isFolded = isFolded(local, at: seconds) else { return nil }
        local.moment.microsecond = microseconds
        local.moment.fold = isFolded ? 1 : 0
        return newDateTime(type, local.moment, zone: noneRef)
    }
    guard var universal = universalMoment(seconds) else { return nil }
    universal.microsecond = microseconds
    return converted(type, universal, to: zone)
}

private func universalDateTime(_ type: TypeRef, _ seconds: Int, _ microseconds: Int) -> Ref? {
    guard var universal = universalMoment(seconds) else { return nil }
    universal.microsecond = microseconds
    return newDateTime(type, universal, zone: noneRef)
}

private func combined(_ type: TypeRef, _ date: Ref, _ time: Ref, _ zone: Ref?) -> Ref? {
    guard isDate(date) else {
        return raise(BtExc_TypeError, "combine() argument 1 must be datetime.date, not \(typeName(date))")
    }
    guard isTime(time) else {
        return raise(BtExc_TypeError, "combine() argument 2 must be datetime.time, not \(typeName(time))")
    }
    var moment = timeMoment(time)
    let day = dateMoment(date)
    (moment.year, moment.month, moment.day) = (day.year, day.month, day.day)
    return newDateTime(type, moment, zone: zone ?? BatonRuntime.zone(of: time))
}
