internal import CBaton
internal import CBaton.Host
internal import Glibc

// Dates and times as text.

/// How far the text of a time goes.
enum ClockPrecision {
    case hours, minutes, seconds, milliseconds, microseconds
    /// Microseconds if there are any.
    case auto

    /// The argument `timespec`; nil with an exception set.
    init?(_ argument: Ref?) {
        guard let argument else {
            self = .auto
            return
        }
        guard isStr(argument) else {
            BtErr_SetString(
                BtExc_TypeError, "isoformat() argument 'timespec' must be str, not \(typeName(argument))")
            return nil
        }
        switch swiftString(argument) {
        case "auto": self = .auto
        case "hours": self = .hours
        case "minutes": self = .minutes
        case "seconds": self = .seconds
        case "milliseconds": self = .milliseconds
        case "microseconds": self = .microseconds
        default:
            BtErr_SetString(BtExc_ValueError, "Unknown timespec value")
            return nil
        }
    }
}

/// 2026-11-28
func appendDate(_ moment: Moment, to builder: inout TextBuilder) {
    builder.append(number: UInt64(moment.year), digits: 4)
    builder.append("-")
    builder.append(number: UInt64(moment.month), digits: 2)
    builder.append("-")
    builder.append(number: UInt64(moment.day), digits: 2)
}

/// 19:30:00.000001
func appendClock(_ moment: Moment, _ precision: ClockPrecision, to builder: inout TextBuilder) {
    builder.append(number: UInt64(moment.hour), digits: 2)
    if precision == .hours { return }
    builder.append(":")
    builder.append(number: UInt64(moment.minute), digits: 2)
    if precision == .minutes { return }
    builder.append(":")
    builder.append(number: UInt64(moment.second), digits: 2)
    if precision == .milliseconds {
        builder.append(".")
        builder.append(number: UInt64(moment.microsecond / 1000), digits: 3)
    } else if precision == .microseconds || (precision == .auto && moment.microsecond != 0) {
        builder.append(".")
        builder.append(number: UInt64(moment.microsecond), digits: 6)
    }
}

/// +01:00, with seconds and microseconds where there are any.
func appendOffset(_ offset: Int, separator: StaticString, to builder: inout TextBuilder) {
    var moment = Moment()
    moment.setTimeOfDay(Int(offset.magnitude))
    builder.append(offset < 0 ? "-" : "+")
    builder.append(number: UInt64(moment.hour), digits: 2)
    builder.append(separator)
    builder.append(number: UInt64(moment.minute), digits: 2)
    guard moment.second != 0 || moment.microsecond != 0 else { return }
    builder.append(separator)
    builder.append(number: UInt64(moment.second), digits: 2)
    guard moment.microsecond != 0 else { return }
    builder.append(".")
    builder.append(number: UInt64(moment.microsecond), digits: 6)
}

/// Sat Nov 28 19:30:00 2026
func ctimeText(_ moment: Moment) -> Ref? {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    var builder = TextBuilder()
    builder.append("\(days[moment.weekday]) \(months[moment.month - 1]) ")
    if moment.day < 10 { builder.append(" ") }
    builder.append(number: UInt64(moment.day))
    builder.append(" ")
    appendClock(moment, .seconds, to: &builder)
    builder.append(" ")
    builder.append(number: UInt64(moment.year), digits: 4)
    return builder.finish()
}

// MARK: - strftime

private let formatParameters = MethodParameters("strftime", "format", required: 1)

/// `strftime(format)` of a date, a time or a datetime.
func formatted(
    _ object: Ref, _ moment: Moment, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?
) -> Ref? {
    unpacked(formatParameters, args, nargs, kwnames) { slots in
        guard isStr(slots[0]!) else {
            return raise(BtExc_TypeError, "strftime() argument 1 must be str, not \(typeName(slots[0]!))")
        }
        guard let format = resolved(swiftString(slots[0]!), object, moment) else { return nil }
        var value = tm()
        (value.tm_year, value.tm_mon, value.tm_mday) = (
            CInt(moment.year - 1900), CInt(moment.month - 1), CInt(moment.day)
        )
        (value.tm_hour, value.tm_min, value.tm_sec) = (CInt(moment.hour), CInt(moment.minute), CInt(moment.second))
        (value.tm_wday, value.tm_yday, value.tm_isdst) = (
            CInt((moment.weekday + 1) % 7), CInt(moment.dayOfYear - 1), -1
        )
        return makeString(formattedTime(format, value))
    }
}

/// `format(object, text)`: strftime, or str for an empty text.
func formatField(_ object: Ref, _ format: Ref) -> Ref? {
    guard isStr(format) else {
        return raise(BtExc_TypeError, "__format__() argument 1 must be str, not \(typeName(format))")
    }
    return TextView(format).count == 0
        ? BtObject_Str(object) : BtObject_CallMethodOneArg(object, internedName("strftime"), format)
}

/// The format with what the C library does not know put in: %f, and %z, %:z and %Z of the object's own zone.
private func resolved(_ format: String, _ object: Ref, _ moment: Moment) -> String? {
    guard format.contains("%") else { return format }
    let hasZone = isTime(object) || isDateTime(object)
    var result = ""
    var rest = Substring(format)
    while let character = rest.popFirst() {
        guard character == "%", let letter = rest.popFirst() else {
            result.append(character)
            continue
        }
        switch letter {
        case "f":
            let digits = String(moment.microsecond)
            result += String(repeating: "0", count: 6 - digits.count) + digits
        case ":" where rest.first == "z":
            rest.removeFirst()
            guard let offset = hasZone ? offsetText(object, ":") : "" else { return nil }
            result += offset
        case "z":
            guard let offset = hasZone ? offsetText(object, "") : "" else { return nil }
            result += offset
        case "Z":
            guard let name = hasZone ? zoneName(of: object) : noneRef else { return nil }
            if isStr(name) {
                result += swiftString(name).split(separator: "%", omittingEmptySubsequences: false).joined(
                    separator: "%%")
            }
            Bt_DECREF_(name)
        default: result += "%\(letter)"
        }
    }
    return result
}

private func offsetText(_ object: Ref, _ separator: StaticString) -> String? {
    guard let span = zoneSpan(of: object, "utcoffset") else { return nil }
    guard case .span(let offset) = span else { return "" }
    var builder = TextBuilder()
    appendOffset(offset, separator: separator, to: &builder)
    guard let text = builder.finish() else { return nil }
    defer { Bt_DECREF_(text) }
    return swiftString(text)
}
