internal import CBaton
internal import CBaton.Host

// Weak references: an object's list of them, taking the object back, and what happens when it dies.
//
// The list begins in the object's field at tp_weaklistoffset. First stand those that all share, of exact type and
// without a callback: the reference, then the proxy. The others follow, the last made first.
//
// Guard of the list and of each reference's place in it: attached; in the free-threaded mode the mutex that
// `_bt_weakref_mutex` gives for the object (`weakrefs_lock`). No object is dropped and nothing is called under it.

typealias WeakRef = UnsafeMutablePointer<BtWeakReference>

extension UnsafeMutablePointer where Pointee == BtObject {
    /// The object seen as a weak reference or proxy.
    @inline(__always)
    var weak: WeakRef { self.as(BtWeakReference.self) }
}

enum WeakReference {
    /// Whether an object is a weak reference, or of a subtype.
    static func isReference(_ object: Ref) -> Bool { BtObject_TypeCheck_(object, _BtWeakref_RefType_()) != 0 }

    static func isProxy(_ object: Ref) -> Bool {
        object.type == _BtWeakref_ProxyType_() || object.type == _BtWeakref_CallableProxyType_()
    }

    /// Run `body` alone on the list that a mutex guards.
    @inline(__always)
    private static func guarded<Result>(_ mutex: UnsafeMutablePointer<BtMutex>, _ body: () -> Result) -> Result {
        guard _bt_current_thread().pointee.free_threaded != 0 else { return body() }
        BtMutex_Lock(mutex)
        defer { BtMutex_Unlock(mutex) }
        return body()
    }

    /// Where the list of an object begins; nil if its type has no place for one.
    static func list(of object: Ref) -> UnsafeMutablePointer<WeakRef?>? {
        let offset = object.type.pointee.tp_weaklistoffset
        guard offset > 0 else { return nil }
        return (UnsafeMutableRawPointer(object) + offset).assumingMemoryBound(to: WeakRef?.self)
    }

    // MARK: Making

    /// Make a weak reference or proxy of a type, or take the one that all share. Nil: an exception is set.
    static func make(_ type: TypeRef, to object: Ref, callback: Ref?) -> Ref? {
        guard let list = list(of: object) else {
            return raise(BtExc_TypeError, "cannot create weak reference to '\(typeName(object))' object")
        }
        let callback = callback.flatMap { isNone($0) ? nil : $0 }
        let mutex = _bt_weakref_mutex(object)!
        let isShared = callback == nil && isShareable(type)
        if isShared, let known = guarded(mutex, { shared(list.pointee, type) }) { return known }
        guard let made = type.pointee.tp_alloc(type, 0) else { return nil }
        let reference = made.weak
        reference.pointee.wr_object = noneRef
        reference.pointee.wr_callback = callback.map(newReference)
        reference.pointee.hash = -1
        reference.pointee.vectorcall = { callReference($0!, $2, $3) }
        reference.pointee.weakrefs_lock = mutex
        if _bt_current_thread().pointee.free_threaded != 0 {
            _bt_weakly_referenced(object)
            _bt_weakly_referenced(made)
        }
        let known = guarded(mutex) { () -> Ref? in
            // Another thread may have been first.
            if isShared, let known = shared(list.pointee, type) { return known }
            insert(reference, in: list, object)
            return nil
        }
        guard let known else { return made }
        Bt_DECREF_(made)
        return known
    }

    private static func isShareable(_ type: TypeRef) -> Bool {
        type == _BtWeakref_RefType_() || type == _BtWeakref_ProxyType_() || type == _BtWeakref_CallableProxyType_()
    }

    private static func isShared(_ reference: WeakRef) -> Bool {
        reference.pointee.wr_callback == nil && isShareable(reference.ref.type)
    }

    /// A new reference to the one of `type` that all share, if there is one that lives. Guarded.
    private static func shared(_ first: WeakRef?, _ type: TypeRef) -> Ref? {
        var next = first
        while let reference = next, isShared(reference) {
            if reference.ref.type == type, _bt_try_incref(reference.ref) != 0 { return reference.ref }
            next = reference.pointee.wr_next
        }
        return nil
    }

    /// Guarded.
    private static func insert(_ reference: WeakRef, in list: UnsafeMutablePointer<WeakRef?>, _ object: Ref) {
        var previous: WeakRef?
        var next = list.pointee
        let isFirst = isShared(reference) && reference.ref.type == _BtWeakref_RefType_()
        while !isFirst, let other = next, isShared(other) {
            previous = other
            next = other.pointee.wr_next
        }
        reference.pointee.wr_object = object
        reference.pointee.wr_prev = previous
        reference.pointee.wr_next = next
        if let previous { previous.pointee.wr_next = reference } else { list.pointee = reference }
        next?.pointee.wr_prev = reference
    }

    // MARK: The object

    /// A new reference to the object behind a weak reference or proxy; nil if it has died.
    static func object(of reference: Ref) -> Ref? {
        let fields = reference.weak
        return guarded(fields.pointee.weakrefs_lock) {
            let object = fields.pointee.wr_object!
            return object != noneRef && _bt_try_incref(object) != 0 ? object : nil
        }
    }

    /// A new reference to the first weak reference to an object; nil if there is none.
    static func first(to object: Ref) -> Ref? {
        guard let list = list(of: object) else { return nil }
        return guarded(_bt_weakref_mutex(object)) {
            guard let first = list.pointee, _bt_try_incref(first.ref) != 0 else { return nil }
            return first.ref
        }
    }

    /// A new list of the weak references and proxies to an object that live. Nil: MemoryError is set.
    static func all(to object: Ref) -> Ref? {
        var found = RawList()
        defer { found.free() }
        if let list = list(of: object) {
            guarded(_bt_weakref_mutex(object)) {
                var next = list.pointee
                while let reference = next {
                    next = reference.pointee.wr_next
                    if _bt_try_incref(reference.ref) != 0, !found.append(reference.ref) { Bt_DECREF_(reference.ref) }
                }
            }
        }
        return found.takenAsList()
    }

    /// How many weak references and proxies to an object there are.
    static func count(to object: Ref) -> Int {
        guard let list = list(of: object) else { return 0 }
        return guarded(_bt_weakref_mutex(object)) {
            var count = 0
            var next = list.pointee
            while let reference = next {
                count += 1
                next = reference.pointee.wr_next
            }
            return count
        }
    }

    /// A new reference to the callback; nil without one, and once the object has died.
    static func callback(of reference: Ref) -> Ref? {
        let fields = reference.weak
        return guarded(fields.pointee.weakrefs_lock) {
            fields.pointee.wr_object == noneRef ? nil : fields.pointee.wr_callback.map(newReference)
        }
    }

    // MARK: Ending

    /// Take a reference out of its object's list, and drop its callback: it dies, or the collector clears it.
    static func end(_ reference: Ref) {
        let fields = reference.weak
        let callback = guarded(fields.pointee.weakrefs_lock) {
            unlink(fields)
            return exchange(&fields.pointee.wr_callback, nil)
        }
        release(callback)
    }

    /// Guarded.
    private static func unlink(_ reference: WeakRef) {
        let object = reference.pointee.wr_object!
        guard object != noneRef else { return }
        let (previous, next) = (reference.pointee.wr_prev, reference.pointee.wr_next)
        if let previous { previous.pointee.wr_next = next } else { list(of: object)?.pointee = next }
        next?.pointee.wr_prev = previous
        reference.pointee.wr_prev = nil
        reference.pointee.wr_next = nil
        reference.pointee.wr_object = noneRef
    }

    /// An object dies: clear all references to it, then call their callbacks.
    static func clearAll(to object: Ref) {
        // Nobody can add one: whoever could make a reference to the object would hold it.
        guard let list = list(of: object), list.pointee != nil else { return }
        var told = Told()
        unlinkAll(to: object, telling: &told)
        tell(told)
    }

    /// References whose callbacks are to be called: a chain of their own, each held.
    struct Told {
        fileprivate var first: WeakRef?
        fileprivate var last: WeakRef?

        var isEmpty: Bool { first == nil }
    }

    /// Clear all references to an object. Those with a callback join `told`, unless they are doomed themselves.
    static func unlinkAll(to object: Ref, telling told: inout Told, isDoomed: (Ref) -> Bool = { _ in false }) {
        guard let list = list(of: object), list.pointee != nil else { return }
        guarded(_bt_weakref_mutex(object)) {
            while let reference = list.pointee {
                unlink(reference)
                // One that is dying itself is not told.
                guard reference.pointee.wr_callback != nil, !isDoomed(reference.ref),
                    _bt_try_incref(reference.ref) != 0
                else { continue }
                if let last = told.last { last.pointee.wr_next = reference } else { told.first = reference }
                told.last = reference
            }
        }
    }

    /// Take a reference out of its object's list: it tells nothing any more. For the collector, which found it
    /// unreachable.
    static func forget(_ reference: Ref) {
        let fields = reference.weak
        guarded(fields.pointee.weakrefs_lock) { unlink(fields) }
    }

    /// Call the callbacks. The exception that is set stays.
    static func tell(_ told: Told) {
        guard told.first != nil else { return }
        let error = BtErr_GetRaisedException()
        var next = told.first
        while let reference = next {
            next = reference.pointee.wr_next
            reference.pointee.wr_next = nil
            tell(reference)
            Bt_DECREF_(reference.ref)
        }
        BtErr_SetRaisedException(error)
    }

    /// Call the callback of a reference whose object has died.
    private static func tell(_ reference: WeakRef) {
        let callback = guarded(reference.pointee.weakrefs_lock) { exchange(&reference.pointee.wr_callback, nil) }
        guard let callback else { return }
        if let result = BtObject_CallOneArg(callback, reference.ref) {
            Bt_DECREF_(result)
        } else {
            BtErr_WriteUnraisable(callback)
        }
        Bt_DECREF_(callback)
    }
}

/// `reference()`: the object, or None.
private func callReference(_ reference: Ref, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
    if kwnames != nil, _BtArg_NoKwnames(cString("weakref"), kwnames) == 0 { return nil }
    guard _BtArg_CheckPositional(cString("weakref"), BtVectorcall_NARGS(nargsf), 0, 0) != 0 else { return nil }
    return WeakReference.object(of: reference) ?? noneRef
}
