internal import CBaton
internal import CBaton.Host

// What makes a date out of something else. A datetime inherits what it does not bring itself.

var dateClassMethods: [BtMethodDef] {
    [
        method(
            "today", BT_METH_NOARGS | BT_METH_CLASS,
            doc: "Current date or datetime: same as self.__class__.fromtimestamp(time.time())."
        ) {
            type, _ in
            guard let now = makeFloat(Double(realNanoseconds()) / 1e9) else { return nil }
            defer { Bt_DECREF_(now) }
            return BtObject_CallMethodOneArg(type, internedName("fromtimestamp"), now)
        },
        method("fromtimestamp", BT_METH_O | BT_METH_CLASS, doc: "Create a date from a POSIX timestamp.") {
            dateFromTimestamp($0!, $1!)
        },
        method(
            "fromordinal", BT_METH_O | BT_METH_CLASS, doc: "int -> date corresponding to a proleptic Gregorian ordinal."
        ) {
            type, argument in
            guard let ordinal = number(argument, or: 0) else { return nil }
            guard ordinal >= 1 else { return raise(BtExc_ValueError, "ordinal must be >= 1") }
            return newDate(orDateTime: asType(type!), Moment(ordinal: ordinal))
        },
        method("fromisoformat", BT_METH_O | BT_METH_CLASS, doc: "Construct a date from a string in ISO 8601 format.") {
            type, text in
            guard isStr(text!) else { return raise(BtExc_TypeError, "fromisoformat: argument must be str") }
            var parser = ISOParser(swiftString(text!))
            guard parser.count == 7 || parser.count == 8 || parser.count == 10,
                let moment = parser.date(to: parser.count)
            else {
                return parser.failure(text!)
            }
            return newDate(asType(type!), moment)
        },
        fastKeywordMethod(
            "fromisocalendar", BT_METH_FASTCALL | BT_METH_KEYWORDS | BT_METH_CLASS,
            doc: "int, int, int -> Construct a date from the ISO year, week number and weekday."
        ) { type, args, nargs, kwnames in
            unpacked(weekParameters, args, nargs, kwnames) { slots in
                guard let year = number(slots[0], or: 0), let week = number(slots[1], or: 0),
                    let day = number(slots[2], or: 0)
                else { return nil }
                guard let moment = moment(isoYear: year, week: week, day: day) else { return nil }
                return newDate(orDateTime: asType(type!), moment)
            }
        },
    ]
}

private let weekParameters = MethodParameters("fromisocalendar", "year", "week", "day", required: 3)

/// As `newDate`, of a type that may be a datetime: midnight without a zone.
private func newDate(orDateTime type: TypeRef, _ moment: Moment) -> Ref? {
    type == _bt_datetimes.api.DateTimeType ? makeDateTime(type, moment, zone: noneRef) : newDate(type, moment)
}

/// The day of a week; ValueError if there is no such week or day.
func moment(isoYear year: Int, week: Int, day: Int) -> Moment? {
    guard 1...9999 ~= year else { return raise(BtExc_ValueError, "Year is out of range: \(year)") }
    guard week >= 1, week <= weeks(of: year) else { return raise(BtExc_ValueError, "Invalid week: \(week)") }
    guard 1...7 ~= day else { return raise(BtExc_ValueError, "Invalid day: \(day) (range is [1, 7])") }
    let ordinal = firstWeek(of: year) + (week - 1) * 7 + day - 1
    guard 1...lastOrdinal ~= ordinal else {
        return raise(BtExc_ValueError, "year \(ordinal < 1 ? 0 : 10000) is out of range")
    }
    return Moment(ordinal: ordinal)
}

func dateFromTimestamp(_ type: Ref, _ timestamp: Ref) -> Ref? {
    guard let seconds = wholeSeconds(timestamp), let local = localMoment(seconds) else { return nil }
    return newDate(asType(type), local.moment)
}
