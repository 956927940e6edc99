internal import CBaton
internal import CBaton.Host
internal import Glibc

// select.poll. `first` is a dict of what is waited for: descriptor to events.

func makePollType() -> TypeRef? {
    makeNativeType("select.poll") { type in
        setUpRecord(type, doc: "Waits for events on file descriptors.", isBase: false)
        type.pointee.tp_flags |= UInt(BT_TPFLAGS_DISALLOW_INSTANTIATION)
        type.pointee.tp_methods = methodTable(pollMethods)
    }
}

func newPoll() -> Ref? {
    guard let record = newRecord(_bt_network.poll_type), let lines = BtDict_New() else { return nil }
    record.pointee.first = lines
    return record.ref
}

/// The events that a script asks for; nil with an exception set.
private func eventMask(_ object: Ref) -> UInt16? {
    guard isInt(object) else { return raise(BtExc_TypeError, "an integer is required") }
    var overflow: CInt = 0
    let value = BtLong_AsLongAndOverflow(object, &overflow)
    if overflow < 0 || (overflow == 0 && value < 0) { return raise(BtExc_ValueError, "value must be positive") }
    guard overflow == 0, let mask = UInt16(exactly: value) else {
        return raise(BtExc_OverflowError, "Python int too large for C unsigned short")
    }
    return mask
}

/// The number of a descriptor as an object, new. Nil with an exception set.
private func descriptorKey(_ object: Ref) -> Ref? {
    let fd = BtObject_AsFileDescriptor(object)
    return fd < 0 ? nil : makeInt(Int(fd))
}

private var pollMethods: [BtMethodDef] {
    [
        fastMethod("register", doc: "Wait for events of a file descriptor, too.") { `self`, args, nargs in
            guard checkCount("register", nargs, 1...2) else { return nil }
            let usual = UInt16(POLLIN | POLLPRI | POLLOUT)
            guard let mask = nargs > 1 ? eventMask(args![1]!) : usual, let key = descriptorKey(args![0]!) else {
                return nil
            }
            defer { Bt_DECREF_(key) }
            return setEvents(self!, key, mask)
        },
        fastMethod("modify", doc: "Change the events of a registered file descriptor.") { `self`, args, nargs in
            guard checkCount("modify", nargs, 2...2), let key = descriptorKey(args![0]!) else { return nil }
            defer { Bt_DECREF_(key) }
            guard let mask = eventMask(args![1]!) else { return nil }
            let isKnown = BtDict_Contains(self!.record.pointee.first, key)
            if isKnown < 0 { return nil }
            guard isKnown > 0 else {
                errno = ENOENT
                return BtErr_SetFromErrno(BtExc_OSError)
            }
            return setEvents(self!, key, mask)
        },
        method("unregister", BT_METH_O, doc: "Wait for a file descriptor no longer.") { `self`, object in
            guard let key = descriptorKey(object!) else { return nil }
            defer { Bt_DECREF_(key) }
            return BtDict_DelItem(self!.record.pointee.first, key) < 0 ? nil : noneRef
        },
        fastMethod("poll", doc: "Wait, for so many milliseconds: a list of (descriptor, events).") {
            `self`, args, nargs in
            guard checkCount("poll", nargs, 0...1) else { return nil }
            var limit: Int?
            if nargs > 0, !isNone(args![0]!) {
                guard let span = waitingSpan(args![0]!, "timeout must be an integer or None") else { return nil }
                limit = span < 0 ? nil : deadline(after: span / 1000)
            }
            return poll(self!, until: limit)
        },
    ]
}

private func setEvents(_ object: Ref, _ key: Ref, _ mask: UInt16) -> Ref? {
    guard let value = makeInt(Int(mask)) else { return nil }
    defer { Bt_DECREF_(value) }
    return BtDict_SetItem(object.record.pointee.first, key, value) < 0 ? nil : noneRef
}

private func poll(_ object: Ref, until deadline: Int?) -> Ref? {
    var lines: [pollfd] = []
    var position = 0
    while let (key, value) = dictItem(object.record.pointee.first, &position) {
        guard let fd = cInt(key), let mask = sizeArgument(value) else { return nil }
        lines.append(pollfd(fd: fd, events: Int16(truncatingIfNeeded: mask), revents: 0))
    }
    let count = detachedCall {
        Int(
            lines.withUnsafeMutableBufferPointer {
                Glibc.poll($0.baseAddress, nfds_t($0.count), pollTimeout(until: deadline))
            })
    }
    guard count >= 0, let list = BtList_New(0) else { return nil }
    for line in lines where line.revents != 0 {
        let row = tuple(taking: makeInt(Int(line.fd)), makeInt(Int(UInt16(bitPattern: line.revents))))
        guard let row, listAppend(list, stealing: row) >= 0 else {
            Bt_DECREF_(list)
            return nil
        }
    }
    return list
}
