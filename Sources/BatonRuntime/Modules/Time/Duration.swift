internal import CBaton
internal import CBaton.Host
internal import Glibc

// Spans of time that scripts give in seconds, and moments of the monotonic clock, in nanoseconds.

/// Seconds as nanoseconds, rounded away from 0. Nil with an exception set.
func nanoseconds(ofSeconds object: Ref) -> Int? {
    if isFloat(object) {
        let value = BtFloat_AsDouble(object)
        if value.isNaN { return raise(BtExc_ValueError, "Invalid value NaN (not a number)") }
        let scaled = (value * 1e9).rounded(.awayFromZero)
        guard scaled.magnitude < 0x1p63 else {
            return raise(BtExc_OverflowError, "timestamp out of range for platform time_t")
        }
        return Int(scaled)
    }
    guard BtIndex_Check(object) != 0 else {
        return raise(BtExc_TypeError, "'\(typeName(object))' object cannot be interpreted as an integer")
    }
    if let whole = sizeArgument(object) {
        let (product, overflow) = whole.multipliedReportingOverflow(by: 1_000_000_000)
        if !overflow { return product }
    } else if BtErr_ExceptionMatches(BtExc_OverflowError) == 0 {
        return nil
    }
    return raise(BtExc_OverflowError, "timestamp too large to convert to C PyTime_t")
}

/// The moment when a span that begins at once is over; nil: it never is, the span is below 0.
func deadline(after span: Int) -> Int? {
    guard span >= 0 else { return nil }
    let (moment, overflow) = monotonicNanoseconds().addingReportingOverflow(span)
    return overflow ? nil : moment
}

/// What is left until a moment, as poll takes it: milliseconds, rounded up; -1: for ever.
func pollTimeout(until deadline: Int?) -> CInt {
    guard let deadline else { return -1 }
    let rest = max(deadline - monotonicNanoseconds(), 0)
    return CInt(clamping: rest / 1_000_000 + (rest % 1_000_000 > 0 ? 1 : 0))
}
