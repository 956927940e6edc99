internal import CBaton
internal import CBaton.Host
internal import Glibc

// select.epoll. `count` is the descriptor, -1 once it is closed.

private let epollParameters = MethodParameters("epoll", "sizehint", "flags")
private let eventParameters = MethodParameters("register", "fd", "eventmask", required: 1)
private let waitParameters = MethodParameters("poll", "timeout", "maxevents")

func makeEpollType() -> TypeRef? {
    makeNativeType("select.epoll") { type in
        setUpRecord(type, doc: "Returns an epolling object.")
        type.pointee.tp_new = { type, args, kwargs in
            unpacked(epollParameters, args!, kwargs, failed: nil) { slots in
                guard let hint = slots[0].map(cInt) ?? -1, let flags = slots[1].map(cInt) ?? 0 else { return nil }
                guard hint == -1 || hint > 0 else { return raise(BtExc_ValueError, "negative sizehint") }
                guard flags & ~CInt(EPOLL_CLOEXEC) == 0 else { return raise(BtExc_OSError, "invalid flags") }
                let fd = epoll_create1(CInt(EPOLL_CLOEXEC))
                return fd < 0 ? BtErr_SetFromErrno(BtExc_OSError) : newEpoll(type!, fd)
            }
        }
        type.pointee.tp_dealloc = { object in
            let fd = CInt(object!.record.pointee.count)
            object!.record.pointee.count = -1
            if fd >= 0 { close(fd) }
            deallocRecord(object!)
        }
        type.pointee.tp_getset = getsetTable([
            getset("closed", get: { `self`, _ in boolRef(self!.record.pointee.count < 0) })
        ])
        type.pointee.tp_methods = methodTable(epollMethods)
    }
}

private func newEpoll(_ type: TypeRef, _ fd: CInt) -> Ref? {
    guard let record = newRecord(type) else {
        close(fd)
        return nil
    }
    record.pointee.count = Int(fd)
    return record.ref
}

/// The descriptor; nil with ValueError set.
private func openEpoll(_ object: Ref) -> CInt? {
    let fd = CInt(object.record.pointee.count)
    return fd >= 0 ? fd : raise(BtExc_ValueError, "I/O operation on closed epoll object")
}

private func control(_ object: Ref, _ operation: CInt, _ source: Ref, _ mask: Ref?) -> Ref? {
    let fd = BtObject_AsFileDescriptor(source)
    guard fd >= 0, let epoll = openEpoll(object) else { return nil }
    var event = epoll_event()
    event.events = EPOLLIN.rawValue | EPOLLPRI.rawValue | EPOLLOUT.rawValue
    if let mask {
        guard let value = sizeArgument(mask) else { return nil }
        event.events = UInt32(truncatingIfNeeded: value)
    }
    event.data.fd = fd
    return detachedCall { Int(epoll_ctl(epoll, operation, fd, &event)) } < 0 ? nil : noneRef
}

private var epollMethods: [BtMethodDef] {
    [
        method("fromfd", BT_METH_O | BT_METH_CLASS, doc: "Create an epoll object from a given file descriptor.") {
            type, fd in
            // SAFETY: because a class method is called with the class.
            cInt(fd!).flatMap { newEpoll(type!.as(BtTypeObject.self), $0) }
        },
        fastKeywordMethod("register", doc: "Wait for events of a file descriptor, too.") {
            `self`, args, nargs, kwnames in
            unpacked(eventParameters, args, nargs, kwnames) { control(self!, EPOLL_CTL_ADD, $0[0]!, $0[1]) }
        },
        fastKeywordMethod("modify", doc: "Change the events of a registered file descriptor.") {
            `self`, args, nargs, kwnames in
            unpacked(eventParameters, args, nargs, kwnames) { control(self!, EPOLL_CTL_MOD, $0[0]!, $0[1]) }
        },
        fastKeywordMethod("unregister", doc: "Wait for a file descriptor no longer.") { `self`, args, nargs, kwnames in
            unpacked(eventParameters, args, nargs, kwnames) { control(self!, EPOLL_CTL_DEL, $0[0]!, nil) }
        },
        fastKeywordMethod("poll", doc: "Wait, for so many seconds: a list of (descriptor, events).") {
            `self`, args, nargs, kwnames in
            unpacked(waitParameters, args, nargs, kwnames) { poll(self!, $0[0], $0[1]) }
        },
        method("fileno", BT_METH_NOARGS, doc: "Return the epoll control file descriptor.") { `self`, _ in
            openEpoll(self!).flatMap { makeInt(Int($0)) }
        },
        method("close", BT_METH_NOARGS, doc: "Close the epoll control file descriptor.") { `self`, _ in
            let fd = CInt(self!.record.pointee.count)
            self!.record.pointee.count = -1
            return fd < 0 || detachedCall { Int(close(fd)) } >= 0 ? noneRef : nil
        },
        method("__enter__", BT_METH_NOARGS) { `self`, _ in openEpoll(self!).map { _ in newReference(self!) } },
        fastMethod("__exit__") { `self`, _, _ in callNamed(self!, "close") },
    ]
}

private func poll(_ object: Ref, _ timeout: Ref?, _ most: Ref?) -> Ref? {
    guard let epoll = openEpoll(object) else { return nil }
    var limit: Int?
    if let timeout, !isNone(timeout) {
        guard let span = waitingSpan(timeout, "timeout must be an integer or None") else { return nil }
        limit = span < 0 ? nil : deadline(after: span)
    }
    guard let asked = most.map(cInt) ?? -1 else { return nil }
    guard asked == -1 || asked > 0 else {
        return raise(BtExc_ValueError, "maxevents must be greater than 0, got \(asked)")
    }
    // One more than select has, as the default; the rest comes with the next call.
    let room = asked == -1 ? 1023 : Int(asked)
    return withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: min(room, 65536)) { events in
        let count = detachedCall {
            Int(epoll_wait(epoll, events.baseAddress!, CInt(events.count), pollTimeout(until: limit)))
        }
        guard count >= 0, let list = BtList_New(0) else { return nil }
        for event in events[..<count] {
            let row = tuple(taking: makeInt(Int(event.data.fd)), makeInt(Int(event.events)))
            guard let row, listAppend(list, stealing: row) >= 0 else {
                Bt_DECREF_(list)
                return nil
            }
        }
        return list
    }
}
