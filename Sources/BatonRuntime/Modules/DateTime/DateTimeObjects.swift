internal import CBaton
internal import CBaton.Host

// The objects of datetime: their fields, and making them. The layouts stand in datetime.h, where macros read them.

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always)
    var date: UnsafeMutablePointer<BtDateTime_Date> { self.as(BtDateTime_Date.self) }
    @inline(__always)
    var clock: UnsafeMutablePointer<BtDateTime_Time> { self.as(BtDateTime_Time.self) }
    @inline(__always)
    var dateTime: UnsafeMutablePointer<BtDateTime_DateTime> { self.as(BtDateTime_DateTime.self) }
    @inline(__always)
    var delta: UnsafeMutablePointer<BtDateTime_Delta> { self.as(BtDateTime_Delta.self) }
    @inline(__always)
    var timeZone: UnsafeMutablePointer<BtTimeZoneObject_> { self.as(BtTimeZoneObject_.self) }
}

func isDate(_ object: Ref) -> Bool { BtObject_TypeCheck_(object, _bt_datetimes.api.DateType) != 0 }
func isDateTime(_ object: Ref) -> Bool { BtObject_TypeCheck_(object, _bt_datetimes.api.DateTimeType) != 0 }
func isTime(_ object: Ref) -> Bool { BtObject_TypeCheck_(object, _bt_datetimes.api.TimeType) != 0 }
func isDelta(_ object: Ref) -> Bool { BtObject_TypeCheck_(object, _bt_datetimes.api.DeltaType) != 0 }
func isZone(_ object: Ref) -> Bool { BtObject_TypeCheck_(object, _bt_datetimes.api.TZInfoType) != 0 }

/// The date of a date or a datetime; midnight.
func dateMoment(_ object: Ref) -> Moment {
    let data = object.date.pointee.data
    var moment = Moment()
    (moment.year, moment.month, moment.day) = (Int(data.0) << 8 | Int(data.1), Int(data.2), Int(data.3))
    return moment
}

/// The date and the time of a datetime.
func dateTimeMoment(_ object: Ref) -> Moment {
    let data = object.dateTime.pointee.data
    var moment = dateMoment(object)
    (moment.hour, moment.minute, moment.second) = (Int(data.4), Int(data.5), Int(data.6))
    moment.microsecond = Int(data.7) << 16 | Int(data.8) << 8 | Int(data.9)
    moment.fold = Int(object.dateTime.pointee.fold)
    return moment
}

/// The time of a time, on the 1st of January of year 1.
func timeMoment(_ object: Ref) -> Moment {
    let data = object.clock.pointee.data
    var moment = Moment()
    (moment.hour, moment.minute, moment.second) = (Int(data.0), Int(data.1), Int(data.2))
    moment.microsecond = Int(data.3) << 16 | Int(data.4) << 8 | Int(data.5)
    moment.fold = Int(object.clock.pointee.fold)
    return moment
}

/// The time zone of a time or a datetime, None if it has none; borrowed.
func zone(of object: Ref) -> Ref {
    if isDateTime(object) {
        return object.dateTime.pointee.hastzinfo != 0 ? object.dateTime.pointee.tzinfo! : noneRef
    }
    return object.clock.pointee.hastzinfo != 0 ? object.clock.pointee.tzinfo! : noneRef
}

// MARK: - Making

/// Make a date of a type; ValueError if there is no such date.
func makeDate(_ type: TypeRef, _ moment: Moment) -> Ref? {
    guard checkDate(moment), let object = type.pointee.tp_alloc(type, 0) else { return nil }
    object.date.pointee.hashcode = -1
    object.date.pointee.data = (byte(moment.year >> 8), byte(moment.year), byte(moment.month), byte(moment.day))
    return object
}

/// Make a time of a type; ValueError, or TypeError for what is no zone.
func makeTime(_ type: TypeRef, _ moment: Moment, zone: Ref) -> Ref? {
    guard checkTime(moment), checkZone(zone), let object = type.pointee.tp_alloc(type, 0) else { return nil }
    object.clock.pointee.hashcode = -1
    object.clock.pointee.data = (
        byte(moment.hour), byte(moment.minute), byte(moment.second), byte(moment.microsecond >> 16),
        byte(moment.microsecond >> 8), byte(moment.microsecond)
    )
    object.clock.pointee.fold = byte(moment.fold)
    if !isNone(zone) {
        object.clock.pointee.hastzinfo = 1
        object.clock.pointee.tzinfo = newReference(zone)
    }
    return object
}

/// Make a datetime of a type; ValueError, or TypeError for what is no zone.
func makeDateTime(_ type: TypeRef, _ moment: Moment, zone: Ref) -> Ref? {
    guard checkDate(moment), checkTime(moment), checkZone(zone), let object = type.pointee.tp_alloc(type, 0) else {
        return nil
    }
    object.dateTime.pointee.hashcode = -1
    object.dateTime.pointee.data = (
        byte(moment.year >> 8), byte(moment.year), byte(moment.month), byte(moment.day), byte(moment.hour),
        byte(moment.minute), byte(moment.second), byte(moment.microsecond >> 16), byte(moment.microsecond >> 8),
        byte(moment.microsecond)
    )
    object.dateTime.pointee.fold = byte(moment.fold)
    if !isNone(zone) {
        object.dateTime.pointee.hastzinfo = 1
        object.dateTime.pointee.tzinfo = newReference(zone)
    }
    return object
}

private func byte(_ value: Int) -> UInt8 { UInt8(truncatingIfNeeded: value) }

/// Make a date as the methods of a class do: one of a subclass by calling it.
func newDate(_ type: TypeRef, _ moment: Moment) -> Ref? {
    if type == _bt_datetimes.api.DateType { return makeDate(type, moment) }
    return call(type, [makeInt(moment.year), makeInt(moment.month), makeInt(moment.day)])
}

/// Make a datetime as the methods of a class do: one of a subclass by calling it.
func newDateTime(_ type: TypeRef, _ moment: Moment, zone: Ref) -> Ref? {
    if type == _bt_datetimes.api.DateTimeType { return makeDateTime(type, moment, zone: zone) }
    let made = call(
        type,
        [
            makeInt(moment.year), makeInt(moment.month), makeInt(moment.day), makeInt(moment.hour),
            makeInt(moment.minute), makeInt(moment.second), makeInt(moment.microsecond), newReference(zone),
        ])
    // The class may make whatever it likes; what is a datetime gets the fold, which has no position.
    if let made, moment.fold != 0, isDateTime(made) { made.dateTime.pointee.fold = 1 }
    return made
}

/// Make a time as the methods of a class do: one of a subclass by calling it.
func newTime(_ type: TypeRef, _ moment: Moment, zone: Ref) -> Ref? {
    if type == _bt_datetimes.api.TimeType { return makeTime(type, moment, zone: zone) }
    let made = call(
        type,
        [
            makeInt(moment.hour), makeInt(moment.minute), makeInt(moment.second), makeInt(moment.microsecond),
            newReference(zone),
        ])
    if let made, moment.fold != 0, isTime(made) { made.clock.pointee.fold = 1 }
    return made
}

/// Call a type with arguments that are taken over; nil if one of them is nil.
private func call(_ type: TypeRef, _ arguments: [Ref?]) -> Ref? {
    defer { for argument in arguments { release(argument) } }
    guard arguments.allSatisfy({ $0 != nil }) else { return nil }
    return arguments.withUnsafeBufferPointer { BtObject_Vectorcall(type.ref, $0.baseAddress, $0.count, nil) }
}

// MARK: - Checks

private func checkDate(_ moment: Moment) -> Bool {
    guard 1...9999 ~= moment.year else { return invalid("year \(moment.year) is out of range") }
    guard 1...12 ~= moment.month else { return invalid("month must be in 1..12") }
    guard moment.day >= 1, moment.day <= daysIn(month: moment.month, of: moment.year) else {
        return invalid("day is out of range for month")
    }
    return true
}

private func checkTime(_ moment: Moment) -> Bool {
    guard 0...23 ~= moment.hour else { return invalid("hour must be in 0..23") }
    guard 0...59 ~= moment.minute else { return invalid("minute must be in 0..59") }
    guard 0...59 ~= moment.second else { return invalid("second must be in 0..59") }
    guard 0..<microsecondsPerSecond ~= moment.microsecond else { return invalid("microsecond must be in 0..999999") }
    guard 0...1 ~= moment.fold else { return invalid("fold must be either 0 or 1") }
    return true
}

private func invalid(_ message: String) -> Bool { raise(BtExc_ValueError, message) ?? false }

/// Whether an object may be a tzinfo: None or one of its subtypes; else TypeError is set.
func checkZone(_ zone: Ref) -> Bool {
    if isNone(zone) || isZone(zone) { return true }
    return raise(
        BtExc_TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '\(typeName(zone))'") ?? false
}
