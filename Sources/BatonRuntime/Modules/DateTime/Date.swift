internal import CBaton
internal import CBaton.Host

// datetime.date.

func makeDateType() -> TypeRef? {
    makeNativeType("datetime.date") { type in
        type.pointee.tp_basicsize = MemoryLayout<BtDateTime_Date>.size
        type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE)
        type.pointee.tp_doc = cString("date(year, month, day) --> date object")
        type.pointee.tp_new = { dateNew($0!, $1!, $2) }
        type.pointee.tp_repr = { object in
            let moment = dateMoment(object!)
            return makeString("\(typeName(object!))(\(moment.year), \(moment.month), \(moment.day))")
        }
        type.pointee.tp_str = { BtObject_CallMethodNoArgs($0, internedName("isoformat")) }
        type.pointee.tp_hash = { object in
            if object!.date.pointee.hashcode == -1 { object!.date.pointee.hashcode = hash(dateMoment(object!).ordinal) }
            return object!.date.pointee.hashcode
        }
        type.pointee.tp_richcompare = { left, right, operation in
            // A datetime is a date, and no date is equal to it.
            guard isDate(left!), isDate(right!), !isDateTime(left!), !isDateTime(right!) else {
                return notImplementedRef
            }
            return boolRef(orderSatisfies(operation, dateMoment(left!).ordinal - dateMoment(right!).ordinal))
        }
        var numbers = BtNumberMethods()
        numbers.nb_add = { left, right in
            isDelta(left!) ? moved(right!, by: left!, forward: true) : moved(left!, by: right!, forward: true)
        }
        numbers.nb_subtract = { dateSubtract($0!, $1!) }
        type.pointee.tp_as_number = permanent(numbers)
        type.pointee.tp_getset = getsetTable([
            getset("year", get: { `self`, _ in makeInt(dateMoment(self!).year) }),
            getset("month", get: { `self`, _ in makeInt(dateMoment(self!).month) }),
            getset("day", get: { `self`, _ in makeInt(dateMoment(self!).day) }),
        ])
        type.pointee.tp_methods = methodTable(dateMethods + dateClassMethods)
    }
}

private let dateParameters = MethodParameters("function", "year", "month", "day")

private func dateNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    if kwargs == nil, let state = keptState(args, 4) {
        var moment = Moment()
        (moment.year, moment.month, moment.day) = (Int(state[0]) << 8 | Int(state[1]), Int(state[2]), Int(state[3]))
        return makeDate(type, moment)
    }
    return unpacked(dateParameters, args, kwargs, failed: nil) { slots in
        var moment = Moment()
        guard checkRequired(slots, "year", "month", "day"), readDate(slots, into: &moment) else { return nil }
        return makeDate(type, moment)
    }
}

/// `date + timedelta`, or `-`: whole days count.
private func moved(_ date: Ref, by delta: Ref, forward: Bool) -> Ref? {
    guard isDate(date), !isDateTime(date), isDelta(delta) else { return notImplementedRef }
    let days = Int(delta.delta.pointee.days)
    guard let moment = moment(ofOrdinal: dateMoment(date).ordinal + (forward ? days : -days)) else { return nil }
    return newDate(date.type, moment)
}

private func dateSubtract(_ left: Ref, _ right: Ref) -> Ref? {
    guard isDate(left), !isDateTime(left) else { return notImplementedRef }
    guard isDate(right), !isDateTime(right) else { return moved(left, by: right, forward: false) }
    return makeDelta(days: dateMoment(left).ordinal - dateMoment(right).ordinal, seconds: 0, 0, nil)
}

/// The date of an ordinal that arithmetic gave; OverflowError if it is out of range.
func moment(ofOrdinal ordinal: Int) -> Moment? {
    guard 1...lastOrdinal ~= ordinal else { return raise(BtExc_OverflowError, "date value out of range") }
    return Moment(ordinal: ordinal)
}

private let replaceParameters = MethodParameters("replace", "year", "month", "day")

private func dateReplace(
    _ date: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?
) -> Ref? {
    unpacked(replaceParameters, args, nargs, kwnames) { slots in
        var moment = dateMoment(date)
        return readDate(slots, into: &moment) ? newDate(date.type, moment) : nil
    }
}

private var dateMethods: [BtMethodDef] {
    [
        method("ctime", BT_METH_NOARGS, doc: "Return ctime() style string.") { `self`, _ in
            ctimeText(dateMoment(self!))
        },
        fastKeywordMethod("strftime", doc: "format -> strftime() style string.") {
            formatted($0!, dateMoment($0!), $1, $2, $3)
        },
        method("__format__", BT_METH_O, doc: "Formats self with strftime.") { formatField($0!, $1!) },
        method("timetuple", BT_METH_NOARGS, doc: "Return time tuple, compatible with time.localtime().") { `self`, _ in
            timeTuple(dateMoment(self!), isDST: -1)
        },
        method(
            "isocalendar", BT_METH_NOARGS, doc: "Return a named tuple containing ISO year, week number, and weekday."
        ) {
            `self`, _ in
            let moment = dateMoment(self!)
            let week = isoWeek(ordinal: moment.ordinal, year: moment.year)
            return structSequence(
                _bt_datetimes.week_type, taking: [makeInt(week.year), makeInt(week.week), makeInt(week.day)])
        },
        method("isoformat", BT_METH_NOARGS, doc: "Return string in ISO 8601 format, YYYY-MM-DD.") { `self`, _ in
            var builder = TextBuilder()
            appendDate(dateMoment(self!), to: &builder)
            return builder.finish()
        },
        method("isoweekday", BT_METH_NOARGS, doc: "Return the day of the week represented by the date; Monday is 1.") {
            `self`, _ in makeInt(dateMoment(self!).weekday + 1)
        },
        method("toordinal", BT_METH_NOARGS, doc: "Return proleptic Gregorian ordinal.") { `self`, _ in
            makeInt(dateMoment(self!).ordinal)
        },
        method("weekday", BT_METH_NOARGS, doc: "Return the day of the week represented by the date; Monday is 0.") {
            `self`, _ in makeInt(dateMoment(self!).weekday)
        },
        fastKeywordMethod("replace", doc: "Return date with new specified fields.") { dateReplace($0!, $1, $2, $3) },
        fastKeywordMethod("__replace__", doc: "The same as replace().") { dateReplace($0!, $1, $2, $3) },
        method("__reduce__", BT_METH_NOARGS) { `self`, _ in
            let data = self!.date.pointee.data
            return reduced(self!, [data.0, data.1, data.2, data.3], zone: noneRef)
        },
    ]
}
