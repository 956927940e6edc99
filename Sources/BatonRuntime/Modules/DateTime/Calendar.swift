// The proleptic Gregorian calendar by ordinals: day 1 is the 1st of January of year 1, and the rule of leap years of 1582
// holds for all years. Weeks are those of ISO 8601: they begin on Monday, and week 1 has the year's first Thursday.

let microsecondsPerSecond = 1_000_000
let microsecondsPerDay = 86_400_000_000
/// The 31st of December of year 9999.
let lastOrdinal = 3_652_059

/// A date and a time of day in numbers, as people write them.
struct Moment: Equatable {
    var year = 1
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0
    var microsecond = 0
    /// 1 for the second of two equal local times, where clocks are put back.
    var fold = 0

    /// The day of the calendar; the date must be valid.
    var ordinal: Int { daysBefore(year: year) + daysBefore(month: month, of: year) + day }

    /// Microseconds since midnight.
    var timeOfDay: Int { ((hour * 60 + minute) * 60 + second) * microsecondsPerSecond + microsecond }

    /// Microseconds since the midnight before the 1st of January of year 1, plus one day.
    var instant: Int { ordinal * microsecondsPerDay + timeOfDay }

    /// 0 is Monday.
    var weekday: Int { (ordinal + 6) % 7 }

    /// 1 is the 1st of January.
    var dayOfYear: Int { daysBefore(month: month, of: year) + day }

    init() {}

    /// An ordinal in range, midnight.
    init(ordinal: Int) {
        // Whole periods of 400, 100, 4 and 1 years, whose lengths in days are fixed; the last day of a period belongs to it.
        var rest = ordinal - 1
        let fourHundreds = rest / 146_097
        rest %= 146_097
        let hundreds = min(rest / 36_524, 3)
        rest -= hundreds * 36_524
        let fours = rest / 1_461
        rest %= 1_461
        let ones = min(rest / 365, 3)
        rest -= ones * 365
        year = fourHundreds * 400 + hundreds * 100 + fours * 4 + ones + 1
        month = 12
        while daysBefore(month: month, of: year) > rest { month -= 1 }
        day = rest - daysBefore(month: month, of: year) + 1
    }

    /// Microseconds as `instant` gives them, of a day in range.
    init(instant: Int) {
        self.init(ordinal: instant / microsecondsPerDay)
        setTimeOfDay(instant % microsecondsPerDay)
    }

    mutating func setTimeOfDay(_ microseconds: Int) {
        microsecond = microseconds % microsecondsPerSecond
        let seconds = microseconds / microsecondsPerSecond
        (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    }
}

func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

/// The days of the years before.
func daysBefore(year: Int) -> Int {
    let past = year - 1
    return past * 365 + past / 4 - past / 100 + past / 400
}

/// The days of the year before the first of a month.
func daysBefore(month: Int, of year: Int) -> Int {
    // March to July and August to December alternate between 31 and 30 days: 153 days in five months.
    guard month > 2 else { return month == 1 ? 0 : 31 }
    return (153 * (month - 3) + 2) / 5 + (isLeap(year) ? 60 : 59)
}

func daysIn(month: Int, of year: Int) -> Int {
    month == 12 ? 31 : daysBefore(month: month + 1, of: year) - daysBefore(month: month, of: year)
}

/// The ordinal of the Monday of week 1.
func firstWeek(of year: Int) -> Int {
    // The 4th of January is always in it.
    let fourth = daysBefore(year: year) + 4
    return fourth - (fourth + 6) % 7
}

/// Year, week and day of the week (1: Monday) of an ordinal.
func isoWeek(ordinal: Int, year: Int) -> (year: Int, week: Int, day: Int) {
    var isoYear = year
    if ordinal < firstWeek(of: year) {
        isoYear -= 1
    } else if ordinal >= firstWeek(of: year + 1) {
        isoYear += 1
    }
    let days = ordinal - firstWeek(of: isoYear)
    return (isoYear, days / 7 + 1, days % 7 + 1)
}

/// The weeks of a year: 52 or 53.
func weeks(of year: Int) -> Int { (firstWeek(of: year + 1) - firstWeek(of: year)) / 7 }
