internal import CBaton
internal import CBaton.Host
internal import Glibc

// The module `select`: waiting for many descriptors at a time.

func makeSelectModule() -> Ref? {
    makeNativeModule(
        "select", doc: "This module supports asynchronous I/O on multiple file descriptors.", selectFunctions
    ) { module in
        if _bt_network.poll_type == nil { _bt_network.poll_type = makePollType() }
        if _bt_network.epoll_type == nil { _bt_network.epoll_type = makeEpollType() }
        return _bt_network.poll_type != nil && add(module, _bt_network.epoll_type)
            && add(module, "error", newReference(BtExc_OSError)) && add(module, "PIPE_BUF", makeInt(Int(PIPE_BUF)))
            && pollConstants.allSatisfy { add(module, $0, makeInt(Int($1))) }
            && epollConstants.allSatisfy { add(module, $0, makeInt(Int($1))) }
    }
}

private let pollConstants: [(StaticString, CInt)] = [
    ("POLLIN", POLLIN), ("POLLPRI", POLLPRI), ("POLLOUT", POLLOUT), ("POLLERR", POLLERR), ("POLLHUP", POLLHUP),
    ("POLLNVAL", POLLNVAL), ("POLLRDNORM", POLLRDNORM), ("POLLRDBAND", POLLRDBAND), ("POLLWRNORM", POLLWRNORM),
    ("POLLWRBAND", POLLWRBAND), ("POLLMSG", 0x400), ("POLLRDHUP", 0x2000),
]

private let epollConstants: [(StaticString, UInt32)] = [
    ("EPOLLIN", EPOLLIN.rawValue), ("EPOLLPRI", EPOLLPRI.rawValue), ("EPOLLOUT", EPOLLOUT.rawValue),
    ("EPOLLERR", EPOLLERR.rawValue), ("EPOLLHUP", EPOLLHUP.rawValue), ("EPOLLRDHUP", EPOLLRDHUP.rawValue),
    ("EPOLLRDNORM", EPOLLRDNORM.rawValue), ("EPOLLRDBAND", EPOLLRDBAND.rawValue),
    ("EPOLLWRNORM", EPOLLWRNORM.rawValue), ("EPOLLWRBAND", EPOLLWRBAND.rawValue), ("EPOLLMSG", EPOLLMSG.rawValue),
    ("EPOLLET", EPOLLET.rawValue), ("EPOLLONESHOT", EPOLLONESHOT.rawValue),
    ("EPOLLEXCLUSIVE", EPOLLEXCLUSIVE.rawValue), ("EPOLL_CLOEXEC", UInt32(EPOLL_CLOEXEC)),
]

private var selectFunctions: [BtMethodDef] {
    [
        fastMethod("select", doc: "Wait until one or more file descriptors are ready for some kind of I/O.") {
            _, args, nargs in
            guard checkCount("select", nargs, 3...4) else { return nil }
            var limit: Int?
            if nargs > 3, !isNone(args![3]!) {
                guard let span = waitingSpan(args![3]!, "timeout must be a float or None") else { return nil }
                guard span >= 0 else { return raise(BtExc_ValueError, "timeout must be non-negative") }
                limit = deadline(after: span)
            }
            return select(args![0]!, args![1]!, args![2]!, until: limit)
        },
        method("poll", BT_METH_NOARGS, doc: "Return a polling object.") { _, _ in newPoll() },
    ]
}

/// A timeout in nanoseconds; a TypeError is reworded. Nil with an exception set.
func waitingSpan(_ object: Ref, _ message: String) -> Int? {
    if let span = nanoseconds(ofSeconds: object) { return span }
    return BtErr_ExceptionMatches(BtExc_TypeError) != 0 ? raise(BtExc_TypeError, message) : nil
}

/// A descriptor to wait for, and the object that stands for it.
private struct Candidate {
    let object: Ref
    let list: Int
}

/// The three lists of what is ready. Waits by poll, which has no limit on the number of a descriptor.
private func select(_ reads: Ref, _ writes: Ref, _ others: Ref, until deadline: Int?) -> Ref? {
    let wanted = [POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI]
    var lines: [pollfd] = []
    var candidates: [Candidate] = []
    defer { for candidate in candidates { Bt_DECREF_(candidate.object) } }
    for (list, source) in [reads, writes, others].enumerated() {
        guard let items = BtSequence_Fast(source, "arguments 1-3 must be sequences") else { return nil }
        defer { Bt_DECREF_(items) }
        var index = 0
        // A `fileno` may change the list.
        while index < BtSequence_Size(items) {
            guard let object = BtSequence_GetItem(items, index) else { return nil }
            candidates.append(Candidate(object: object, list: list))
            let fd = BtObject_AsFileDescriptor(object)
            if fd < 0 { return nil }
            lines.append(pollfd(fd: fd, events: Int16(wanted[list]), revents: 0))
            index += 1
        }
    }
    let count = detachedCall {
        Int(
            lines.withUnsafeMutableBufferPointer {
                poll($0.baseAddress, nfds_t($0.count), pollTimeout(until: deadline))
            })
    }
    if count < 0 { return nil }
    if lines.contains(where: { CInt($0.revents) & POLLNVAL != 0 }) {
        errno = EBADF
        return BtErr_SetFromErrno(BtExc_OSError)
    }
    let results = [BtList_New(0), BtList_New(0), BtList_New(0)]
    guard results.allSatisfy({ $0 != nil }) else { return nil }
    for (line, candidate) in zip(lines, candidates)
    where CInt(line.revents) & wanted[candidate.list] != 0
        && BtList_Append(results[candidate.list], candidate.object) < 0
    {
        return nil
    }
    return tuple(taking: results[0], results[1], results[2])
}
