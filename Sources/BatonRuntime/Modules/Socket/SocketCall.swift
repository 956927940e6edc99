internal import CBaton
internal import CBaton.Host
internal import Glibc

// System calls on a socket: at once, and again when the socket is ready, until its timeout is over.

/// Make a call on a socket, detached. -1 with an exception set.
///
/// - Parameters:
///   - events: POLLIN or POLLOUT: what the call waits for.
///   - deadline: When to give up, for a call that is one of several; nil: the socket's timeout, from here on.
///   - body: Makes the call on the descriptor, which another thread may have closed in between.
func socketCall(_ object: Ref, _ events: CInt, until deadline: Int? = nil, _ body: (CInt) -> Int) -> Int {
    let state = socketState(object)
    var limit = deadline
    while true {
        let fd = state.pointee.fd
        let result = detachedCall(isRaising: false) { body(fd) }
        if result >= 0 { return result }
        if errorOccurred() { return -1 }
        guard errno == EAGAIN, state.pointee.timeout > 0 else {
            BtErr_SetFromErrno(BtExc_OSError)
            return -1
        }
        limit = limit ?? BatonRuntime.deadline(after: state.pointee.timeout)
        guard waitUntilReady(fd, events, limit) else { return -1 }
    }
}

/// Wait, detached, until a descriptor is ready. False with an exception set, a TimeoutError if the deadline has passed.
func waitUntilReady(_ fd: CInt, _ events: CInt, _ deadline: Int?) -> Bool {
    let count = detachedCall {
        var line = pollfd(fd: fd, events: Int16(events), revents: 0)
        return Int(poll(&line, 1, pollTimeout(until: deadline)))
    }
    if count > 0 { return true }
    return count == 0 ? raiseStatus(BtExc_TimeoutError, "timed out") == 0 : false
}

/// Whether the number of arguments fits; else TypeError is set, worded as a parser of formats does.
func checkArguments(_ name: StaticString, _ nargs: Int, _ range: ClosedRange<Int>) -> Bool {
    if range.contains(nargs) { return true }
    let limit = nargs < range.lowerBound ? range.lowerBound : range.upperBound
    let bound = range.lowerBound == range.upperBound ? "exactly" : nargs < limit ? "at least" : "at most"
    let noun = limit == 1 ? "argument" : "arguments"
    return raiseStatus(BtExc_TypeError, "\(name)() takes \(bound) \(limit) \(noun) (\(nargs) given)") == 0
}

/// Flags, if they are given: an optional int argument. Nil with an exception set.
func flagsArgument(_ args: UnsafePointer<Ref?>?, _ nargs: Int, at index: Int) -> CInt? {
    nargs > index ? cInt(args![index]!) : 0
}
