internal import CBaton
internal import CBaton.Host

// _thread.RLock. `memory` is the native lock, `state` the thread that has it, `count` how often.

func makeRLockType() -> TypeRef? {
    makeNativeType("_thread.RLock") { type in
        setUpRecord(type, doc: "A reentrant lock.")
        type.pointee.tp_new = { type, _, _ in newLock(type!)?.ref }
        type.pointee.tp_dealloc = { freeLock($0!) }
        type.pointee.tp_repr = { lock in
            let fields = lock!.record.pointee
            let name = typeFullName(lock!.type) ?? "_thread.RLock"
            return makeString(
                "<\(fields.count > 0 ? "locked" : "unlocked") \(name) object owner=\(fields.state) "
                    + "count=\(fields.count) at \(address(of: lock!))>")
        }
        type.pointee.tp_methods = methodTable(rlockMethods)
    }
}

private let acquireParameters = MethodParameters("acquire", "blocking", "timeout")

private var thisThread: Int { Int(bitPattern: BtThread_get_thread_ident()) }

private var rlockMethods: [BtMethodDef] {
    [
        fastKeywordMethod("acquire", doc: "Lock the lock.") { `self`, args, nargs, kwnames in
            unpacked(acquireParameters, args, nargs, kwnames) { slots in
                acquireTimeout(slots).flatMap { acquire(self!.record, $0).map(boolRef) }
            }
        },
        method("release", BT_METH_NOARGS, doc: "Release the lock.") { `self`, _ in release(self!.record) },
        method("__enter__", BT_METH_NOARGS, doc: "Lock the lock.") { `self`, _ in acquire(self!.record, -1).map(boolRef)
        },
        fastMethod("__exit__", doc: "Release the lock.") { `self`, _, _ in release(self!.record) },
        method("_is_owned", BT_METH_NOARGS) { `self`, _ in
            boolRef(self!.record.pointee.count > 0 && self!.record.pointee.state == thisThread)
        },
        method("_recursion_count", BT_METH_NOARGS) { `self`, _ in
            makeInt(self!.record.pointee.state == thisThread ? self!.record.pointee.count : 0)
        },
        method("_release_save", BT_METH_NOARGS) { `self`, _ in
            let record = self!.record
            guard record.pointee.count > 0 else { return raise(BtExc_RuntimeError, "cannot release un-acquired lock") }
            let saved = tuple(taking: makeInt(record.pointee.count), makeInt(record.pointee.state))
            record.pointee.count = 0
            record.pointee.state = 0
            releaseNative(record)
            return saved
        },
        method("_acquire_restore", BT_METH_O) { `self`, saved in
            guard isTuple(saved!), BtTuple_GET_SIZE_(saved!) == 2, let count = fitting(argument(saved!, 0)) else {
                return raise(BtExc_TypeError, "_acquire_restore() takes what _release_save() returned")
            }
            // What the caller saved must come back even if a signal's handler raises: it is raised afterwards.
            var raised: Ref?
            while acquireNative(self!.record, microseconds: -1) == nil {
                BatonRuntime.release(exchange(&raised, takeRaised()))
            }
            self!.record.pointee.count = count
            self!.record.pointee.state = thisThread
            guard let raised else { return noneRef }
            setRaised(raised)
            return nil
        },
    ]
}

private func acquire(_ record: RecordRef, _ microseconds: Int) -> Bool? {
    if record.pointee.count > 0, record.pointee.state == thisThread {
        record.pointee.count += 1
        return true
    }
    guard let got = acquireNative(record, microseconds: microseconds) else { return nil }
    if got {
        record.pointee.state = thisThread
        record.pointee.count = 1
    }
    return got
}

private func release(_ record: RecordRef) -> Ref? {
    guard record.pointee.count > 0, record.pointee.state == thisThread else {
        return raise(BtExc_RuntimeError, "cannot release un-acquired lock")
    }
    record.pointee.count -= 1
    if record.pointee.count == 0 {
        record.pointee.state = 0
        releaseNative(record)
    }
    return noneRef
}
