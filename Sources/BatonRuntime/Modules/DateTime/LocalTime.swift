internal import CBaton
internal import CBaton.Host
internal import Glibc

// Moments of the POSIX clock, and local time by the C library.

/// The seconds from the midnight before year 1, one day early, as `Moment.instant` counts, to the Epoch.
private let epochSeconds = 719_163 * 86_400

/// Nanoseconds since the Epoch.
func realNanoseconds() -> Int {
    var moment = timespec()
    clock_gettime(CLOCK_REALTIME, &moment)
    return moment.tv_sec * 1_000_000_000 + moment.tv_nsec
}

/// A local time: its numbers, its offset from UTC in seconds and the name of its zone.
struct LocalTime {
    var moment: Moment
    var offset: Int
    var zoneName: String
    var isDST: Bool
}

/// The local time at seconds since the Epoch. ValueError for years that datetime has not.
func localMoment(_ seconds: Int) -> LocalTime? {
    var (input, output) = (time_t(seconds), tm())
    guard localtime_r(&input, &output) != nil else {
        return raise(BtExc_OverflowError, "timestamp out of range for platform time_t")
    }
    let year = Int(output.tm_year) + 1900
    guard 1...9999 ~= year else { return raise(BtExc_ValueError, "year \(year) is out of range") }
    var moment = Moment()
    (moment.year, moment.month, moment.day) = (year, Int(output.tm_mon) + 1, Int(output.tm_mday))
    // A leap second that the C library tells is the second before it.
    (moment.hour, moment.minute, moment.second) = (Int(output.tm_hour), Int(output.tm_min), min(Int(output.tm_sec), 59))
    return LocalTime(
        moment: moment, offset: Int(output.tm_gmtoff), zoneName: output.tm_zone.map { String(cString: $0) } ?? "",
        isDST: output.tm_isdst > 0)
}

/// UTC at seconds since the Epoch. ValueError for years that datetime has not.
func universalMoment(_ seconds: Int) -> Moment? {
    let (total, overflow) = seconds.addingReportingOverflow(epochSeconds)
    guard !overflow, total >= 86_400, total / 86_400 <= lastOrdinal else {
        return raise(BtExc_ValueError, "year \(approximateYear(seconds)) is out of range")
    }
    var moment = Moment(ordinal: total / 86_400)
    moment.setTimeOfDay(total % 86_400 * microsecondsPerSecond)
    return moment
}

private func approximateYear(_ seconds: Int) -> Int {
    var (input, output) = (time_t(seconds), tm())
    return gmtime_r(&input, &output) == nil ? 0 : Int(output.tm_year) + 1900
}

/// Seconds of a moment if it were UTC, since the Epoch.
func universalSeconds(_ moment: Moment) -> Int { moment.instant / microsecondsPerSecond - epochSeconds }

/// The largest gap or fold that is looked for, in seconds.
private let largestFold = 86_400

/// Whether a local time, whose seconds since the Epoch are known, is the second of two equal ones.
func isFolded(_ local: LocalTime, at seconds: Int) -> Bool? {
    guard seconds >= largestFold - epochSeconds + 86_400 else { return false }
    guard let before = localMoment(seconds - largestFold) else { return nil }
    let passed = universalSeconds(local.moment) - universalSeconds(before.moment)
    // Clocks that were put back in that day passed less than it.
    let putBack = passed - largestFold
    guard putBack < 0 else { return false }
    guard let probe = localMoment(seconds + putBack) else { return nil }
    return universalSeconds(probe.moment) == universalSeconds(local.moment)
}

/// The seconds since the Epoch of a local time. Times that come twice or never are told apart by the fold, by the rules of
/// PEP 495.
func localSeconds(_ moment: Moment) -> Int? {
    let wanted = universalSeconds(moment)
    func offset(_ seconds: Int) -> Int? {
        localMoment(seconds).map { universalSeconds($0.moment) - seconds }
    }
    guard let nearOffset = offset(wanted) else { return nil }
    let first = wanted - nearOffset
    guard let firstOffset = offset(first) else { return nil }
    let isFirstRight = first + firstOffset == wanted
    var otherOffset = firstOffset
    if isFirstRight {
        // One answer. On the other side of a fold there may be another one.
        guard let found = offset(first + (moment.fold == 1 ? largestFold : -largestFold)) else { return nil }
        if found == nearOffset { return first }
        otherOffset = found
    }
    let second = wanted - otherOffset
    guard let secondOffset = offset(second) else { return nil }
    if second + secondOffset == wanted { return second }
    if isFirstRight { return first }
    return moment.fold == 1 ? min(first, second) : max(first, second)
}

/// A timestamp as whole seconds, rounded down. Nil with an exception set.
func wholeSeconds(_ timestamp: Ref) -> Int? { secondsAndMicroseconds(timestamp, down: true)?.seconds }

/// A timestamp as seconds and microseconds, halves to even. Nil with an exception set.
func secondsAndMicroseconds(_ timestamp: Ref, down: Bool = false) -> (seconds: Int, microseconds: Int)? {
    guard isFloat(timestamp) else {
        guard let index = BtNumber_Index(timestamp) else { return nil }
        defer { Bt_DECREF_(index) }
        guard let seconds = sizeArgument(index) else {
            guard BtErr_ExceptionMatches(BtExc_OverflowError) != 0 else { return nil }
            BtErr_Clear()
            return outOfRange()
        }
        return (seconds, 0)
    }
    let value = BtFloat_AsDouble(timestamp)
    if value.isNaN { return raise(BtExc_ValueError, "Invalid value NaN (not a number)") }
    var whole = value.rounded(down ? .down : .towardZero)
    var micro = down ? 0 : ((value - whole) * 1e6).rounded(.toNearestOrEven)
    if micro >= 1e6 {
        (micro, whole) = (micro - 1e6, whole + 1)
    } else if micro < 0 {
        (micro, whole) = (micro + 1e6, whole - 1)
    }
    guard whole.magnitude < 0x1p62 else { return outOfRange() }
    return (Int(whole), Int(micro))
}

private func outOfRange<T>() -> T? { raise(BtExc_OverflowError, "timestamp out of range for platform time_t") }
