internal import CBaton
internal import CBaton.Host

// Reading ISO 8601: dates by days or by weeks, times, offsets; with separators or without them.

/// A place in a text. What it cannot read gives nil, without an exception where the text is no date or time, with one where
/// the numbers are out of range.
struct ISOParser {
    private let text: [Unicode.Scalar]
    private var index = 0

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    var count: Int { text.count }
    var isAtEnd: Bool { index >= text.count }
    var peek: Unicode.Scalar? { isAtEnd ? nil : text[index] }
    mutating func skip() { index += 1 }

    /// The ValueError for the text; one that is set already stays. Returns nil.
    func failure(_ text: Ref) -> Ref? {
        errorOccurred() ? nil : raise(BtExc_ValueError, "Invalid isoformat string: \(reprText(text))")
    }

    private func scalar(_ place: Int) -> Unicode.Scalar { place < text.count ? text[place] : "\0" }

    private func digit(_ place: Int) -> Int? {
        let value = scalar(place).value
        return 0x30...0x39 ~= value ? Int(value) - 0x30 : nil
    }

    private mutating func number(_ digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = digit(index) else { return nil }
            value = value * 10 + digit
            index += 1
        }
        return value
    }

    private mutating func accept(_ wanted: Unicode.Scalar) -> Bool {
        guard peek == wanted else { return false }
        index += 1
        return true
    }

    /// The place of the character between date and time; the length of the text if there is none.
    var separator: Int {
        guard count > 7 else { return count }
        if scalar(4) == "-" {
            guard scalar(5) == "W" else { return min(10, count) }
            // YYYY-Www, or YYYY-Www-D. A second digit behind the dash makes it an hour behind a separator.
            guard scalar(8) == "-" else { return 8 }
            return count > 10 && digit(10) != nil ? 8 : min(10, count)
        }
        guard scalar(4) == "W" else { return 8 }
        // YYYYWww or YYYYWwwD: an hour has an even number of digits, so the count tells whether one is a day.
        var end = 7
        while digit(end) != nil { end += 1 }
        if end < 9 { return end }
        return end % 2 == 0 ? 8 : 7
    }

    /// Read a date that must end at a place.
    mutating func date(to end: Int) -> Moment? {
        guard let year = number(4) else { return nil }
        let hasDashes = accept("-")
        if accept("W") {
            guard let week = number(2) else { return nil }
            var day = 1
            if index < end {
                guard !hasDashes || accept("-"), let given = number(1) else { return nil }
                day = given
            }
            guard index == end else { return nil }
            if let found = moment(isoYear: year, week: week, day: day) { return found }
            // That there is no such week is told of the whole text.
            BtErr_Clear()
            return nil
        }
        guard let month = number(2), accept("-") == hasDashes, let day = number(2), index == end else { return nil }
        var result = Moment()
        (result.year, result.month, result.day) = (year, month, day)
        return result
    }

    /// Read a time with an offset, to the end of the text, into a moment: a new reference to the zone or None.
    mutating func time(into moment: inout Moment) -> Ref? {
        guard let clock = clock() else { return nil }
        moment.setTimeOfDayUnchecked(clock)
        if isAtEnd { return noneRef }
        if accept("Z") { return isAtEnd ? newReference(_bt_datetimes.api.TimeZone_UTC) : nil }
        let isWest = peek == "-"
        guard isWest || peek == "+" else { return nil }
        skip()
        guard let offset = self.clock(), isAtEnd else { return nil }
        let seconds = (offset.hour * 60 + offset.minute) * 60 + offset.second
        let total = seconds * microsecondsPerSecond + offset.microsecond
        guard total != 0 else { return newReference(_bt_datetimes.api.TimeZone_UTC) }
        guard let delta = makeDelta(Int128(isWest ? -total : total)) else { return nil }
        defer { Bt_DECREF_(delta) }
        return makeTimeZone(delta, nil)
    }

    /// HH[:MM[:SS[.fff]]]
    private mutating func clock() -> (hour: Int, minute: Int, second: Int, microsecond: Int)? {
        guard let hour = number(2) else { return nil }
        var (minute, second, microsecond) = (0, 0, 0)
        guard !endsClock else { return (hour, 0, 0, 0) }
        let hasColons = accept(":")
        guard let minutes = number(2) else { return nil }
        minute = minutes
        guard !endsClock else { return (hour, minute, 0, 0) }
        guard accept(":") == hasColons, let seconds = number(2) else { return nil }
        second = seconds
        guard !endsClock else { return (hour, minute, second, 0) }
        guard accept(".") || accept(","), digit(index) != nil else { return nil }
        // Digits behind the sixth are read and dropped.
        var scale = 100_000
        while let digit = digit(index) {
            microsecond += digit * scale
            scale /= 10
            index += 1
        }
        return (hour, minute, second, microsecond)
    }

    private var endsClock: Bool { isAtEnd || peek == "+" || peek == "-" || peek == "Z" }
}

extension Moment {
    /// Numbers that are checked later.
    fileprivate mutating func setTimeOfDayUnchecked(
        _ clock: (hour: Int, minute: Int, second: Int, microsecond: Int)
    ) {
        (hour, minute, second, microsecond) = clock
    }
}
