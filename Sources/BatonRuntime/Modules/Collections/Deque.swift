internal import CBaton
internal import CBaton.Host
internal import Glibc

// collections.deque: a ring of references that doubles when it is full.

typealias DequeRef = UnsafeMutablePointer<BtDequeObject_>

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always)
    var deque: DequeRef { self.as(BtDequeObject_.self) }
}

extension UnsafeMutablePointer where Pointee == BtDequeObject_ {
    /// The place of the item at an index within the bounds.
    @inline(__always)
    func place(_ index: Int) -> UnsafeMutablePointer<Ref?> {
        pointee.items! + ((pointee.start &+ index) & (pointee.capacity - 1))
    }

    @inline(__always)
    var count: Int { pointee.count }
}

func makeDequeType() -> TypeRef? {
    makeNativeType("collections.deque") { type in
        type.pointee.tp_basicsize = MemoryLayout<BtDequeObject_>.size
        type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_SEQUENCE
        type.pointee.tp_doc = cString("A list-like sequence optimized for data accesses near its endpoints.")
        type.pointee.tp_weaklistoffset = MemoryLayout<BtDequeObject_>.offset(of: \.weakrefs)!
        type.pointee.tp_dealloc = { deallocDeque($0!) }
        type.pointee.tp_traverse = { object, visit, context in
            let deque = object!.deque
            for index in 0..<deque.count {
                let status = visitField(deque.place(index).pointee, visit, context)
                if status != 0 { return status }
            }
            return 0
        }
        type.pointee.tp_clear = { object in
            dequeClear(object!.deque)
            return 0
        }
        type.pointee.tp_new = { type, _, _ in
            guard let object = type!.pointee.tp_alloc(type, 0) else { return nil }
            object.deque.pointee.maxlen = -1
            return object
        }
        type.pointee.tp_init = { dequeInit($0!, $1!, $2) }
        type.pointee.tp_hash = { BtObject_HashNotImplemented($0) }
        type.pointee.tp_repr = { dequeRepr($0!) }
        type.pointee.tp_richcompare = { dequeCompare($0!, $1!, $2) }
        type.pointee.tp_iter = { makeDequeIterator($0!, isReverse: false) }
        type.pointee.tp_as_sequence = permanent(dequeSequence())
        type.pointee.tp_as_number = permanent(dequeNumbers())
        type.pointee.tp_methods = methodTable(dequeMethods)
        type.pointee.tp_getset = getsetTable([
            getset(
                "maxlen",
                get: { `self`, _ in
                    let limit = self!.deque.pointee.maxlen
                    return limit < 0 ? noneRef : makeInt(limit)
                })
        ])
    }
}

private func dequeNumbers() -> BtNumberMethods {
    var table = BtNumberMethods()
    table.nb_bool = { $0!.deque.count > 0 ? 1 : 0 }
    return table
}

private func dequeSequence() -> BtSequenceMethods {
    var table = BtSequenceMethods.only(length: { $0!.deque.count }, contains: { dequeContains($0!, $1!) })
    table.sq_item = { dequeItem($0!.deque, $1) }
    table.sq_ass_item = { dequeAssign($0!.deque, $1, $2) }
    table.sq_concat = { dequeConcat($0!, $1!) }
    table.sq_repeat = { dequeRepeat($0!, $1) }
    table.sq_inplace_concat = { object, other in
        dequeExtend(object!, other!, left: false) ? newReference(object!) : nil
    }
    table.sq_inplace_repeat = { object, times in
        guard let repeated = dequeRepeat(object!, times) else { return nil }
        defer { Bt_DECREF_(repeated) }
        dequeClear(object!.deque)
        return dequeExtend(object!, repeated, left: false) ? newReference(object!) : nil
    }
    return table
}

private func deallocDeque(_ object: Ref) {
    let isExact = !object.type.has(BT_TPFLAGS_HEAPTYPE)
    if isExact, _bt_trash_begin(object) != 0 { return }
    BtObject_GC_UnTrack(object)
    if object.deque.pointee.weakrefs != nil { BtObject_ClearWeakRefs(object) }
    dequeClear(object.deque)
    free(object.deque.pointee.items)
    object.type.pointee.tp_free(object)
    if isExact { _bt_trash_end() }
}

func dequeClear(_ deque: DequeRef) {
    deque.pointee.changes &+= 1
    while deque.count > 0 { Bt_DECREF_(popFirst(deque)) }
}

/// Make room for one more. False: MemoryError is set.
private func reserve(_ deque: DequeRef) -> Bool {
    guard deque.count == deque.pointee.capacity else { return true }
    let capacity = max(deque.pointee.capacity * 2, 8)
    guard let memory = malloc(capacity * MemoryLayout<Ref?>.stride) else { return raiseNoMemoryStatus() == 0 }
    let items = memory.assumingMemoryBound(to: Ref?.self)
    for index in 0..<deque.count { (items + index).initialize(to: deque.place(index).pointee) }
    free(deque.pointee.items)
    deque.pointee.items = items
    deque.pointee.capacity = capacity
    deque.pointee.start = 0
    return true
}

/// Put an item at an end; the reference is taken over. What falls out at the other end is dropped.
func dequeAppend(_ deque: DequeRef, _ item: Ref, left: Bool) -> Bool {
    if deque.pointee.maxlen == 0 {
        Bt_DECREF_(item)
        return true
    }
    guard reserve(deque) else {
        Bt_DECREF_(item)
        return false
    }
    deque.pointee.changes &+= 1
    if left {
        deque.pointee.start = (deque.pointee.start &- 1) & (deque.pointee.capacity - 1)
        deque.pointee.count += 1
        deque.place(0).pointee = item
    } else {
        deque.pointee.count += 1
        deque.place(deque.count - 1).pointee = item
    }
    if deque.pointee.maxlen >= 0, deque.count > deque.pointee.maxlen {
        Bt_DECREF_(left ? popLast(deque) : popFirst(deque))
    }
    return true
}

/// Take the first item; there must be one.
func popFirst(_ deque: DequeRef) -> Ref {
    let item = deque.place(0).pointee!
    deque.pointee.start = (deque.pointee.start &+ 1) & (deque.pointee.capacity - 1)
    deque.pointee.count -= 1
    return item
}

/// Take the last item; there must be one.
func popLast(_ deque: DequeRef) -> Ref {
    let item = deque.place(deque.count - 1).pointee!
    deque.pointee.count -= 1
    return item
}

func dequeExtend(_ object: Ref, _ iterable: Ref, left: Bool) -> Bool {
    var source = newReference(iterable)
    defer { Bt_DECREF_(source) }
    if object == iterable {
        guard let copy = listOf(iterable) else { return false }
        Bt_DECREF_(source)
        source = copy
    }
    guard let items = iterator(over: source) else { return false }
    defer { Bt_DECREF_(items) }
    while let item = nextItem(items) {
        guard locked(object, { dequeAppend(object.deque, item, left: left) }) else { return false }
    }
    return !errorOccurred()
}

private let dequeParameters = MethodParameters("deque", "iterable", "maxlen")

private func dequeInit(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    unpacked(dequeParameters, args, kwargs, failed: -1) { slots in
        var limit = -1
        if let given = slots[1], !isNone(given) {
            guard isInt(given) else { return raiseStatus(BtExc_TypeError, "an integer is required") }
            guard let value = sizeArgument(given) else { return -1 }
            guard value >= 0 else { return raiseStatus(BtExc_ValueError, "maxlen must be non-negative") }
            limit = value
        }
        dequeClear(object.deque)
        object.deque.pointee.maxlen = limit
        guard let iterable = slots[0] else { return 0 }
        return dequeExtend(object, iterable, left: false) ? 0 : -1
    }
}

/// A new deque of the same type and limit, with the items of an iterable.
func makeDeque(like object: Ref, _ iterable: Ref) -> Ref? {
    let limit = object.deque.pointee.maxlen
    guard let bound = limit < 0 ? noneRef : makeInt(limit) else { return nil }
    return callWithTwo(object.type.ref, iterable, bound)
}

private func dequeItem(_ deque: DequeRef, _ index: Int) -> Ref? {
    guard 0..<deque.count ~= index else { return raise(BtExc_IndexError, "deque index out of range") }
    return newReference(deque.place(index).pointee!)
}

private func dequeAssign(_ deque: DequeRef, _ index: Int, _ value: Ref?) -> CInt {
    guard 0..<deque.count ~= index else { return raiseStatus(BtExc_IndexError, "deque index out of range") }
    guard let value else {
        Bt_DECREF_(dequeRemove(deque, at: index))
        return 0
    }
    release(exchange(&deque.place(index).pointee, newReference(value)))
    return 0
}

/// Take the item at an index out.
func dequeRemove(_ deque: DequeRef, at index: Int) -> Ref {
    deque.pointee.changes &+= 1
    let item = deque.place(index).pointee!
    if index < deque.count / 2 {
        for place in stride(from: index, to: 0, by: -1) { deque.place(place).pointee = deque.place(place - 1).pointee }
        _ = popFirst(deque)
    } else {
        for place in index..<deque.count - 1 { deque.place(place).pointee = deque.place(place + 1).pointee }
        _ = popLast(deque)
    }
    return item
}

private func dequeConcat(_ left: Ref, _ right: Ref) -> Ref? {
    guard BtObject_TypeCheck_(right, _bt_host_modules.deque_type) != 0 else {
        return raise(BtExc_TypeError, "can only concatenate deque (not \"\(typeName(right))\") to deque")
    }
    guard let copy = makeDeque(like: left, left) else { return nil }
    if dequeExtend(copy, right, left: false) { return copy }
    Bt_DECREF_(copy)
    return nil
}

private func dequeRepeat(_ object: Ref, _ times: Int) -> Ref? {
    guard let copy = makeDeque(like: object, emptyTuple) else { return nil }
    for _ in 0..<max(times, 0) where !dequeExtend(copy, object, left: false) {
        Bt_DECREF_(copy)
        return nil
    }
    return copy
}

private func dequeRepr(_ object: Ref) -> Ref? {
    let entered = Bt_ReprEnter(object)
    if entered != 0 { return entered < 0 ? nil : makeString("[...]") }
    defer { Bt_ReprLeave(object) }
    guard let list = listOf(object) else { return nil }
    defer { Bt_DECREF_(list) }
    guard let repr = BtObject_Repr(list) else { return nil }
    defer { Bt_DECREF_(repr) }
    let limit = object.deque.pointee.maxlen
    let name = typeShortName(object.type)
    return makeString(
        limit < 0 ? "\(name)(\(swiftString(repr)))" : "\(name)(\(swiftString(repr)), maxlen=\(limit))")
}

private func dequeCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    guard let type = _bt_host_modules.deque_type, BtObject_TypeCheck_(left, type) != 0,
        BtObject_TypeCheck_(right, type) != 0
    else { return notImplementedRef }
    guard let own = listOf(left) else { return nil }
    defer { Bt_DECREF_(own) }
    guard let other = listOf(right) else { return nil }
    defer { Bt_DECREF_(other) }
    return BtObject_RichCompare(own, other, operation)
}

private func dequeContains(_ object: Ref, _ value: Ref) -> CInt {
    let found = dequeFind(object, value, 0, Int.max)
    return found == nil ? -1 : found! >= 0 ? 1 : 0
}

/// The index of an equal item between bounds, -1 if there is none; nil with an exception set.
func dequeFind(_ object: Ref, _ value: Ref, _ start: Int, _ stop: Int) -> Int? {
    let deque = object.deque
    let changes = deque.pointee.changes
    var index = start
    while index < min(stop, deque.count) {
        let item = newReference(deque.place(index).pointee!)
        let same = BtObject_RichCompareBool(item, value, BT_EQ)
        Bt_DECREF_(item)
        if same < 0 { return nil }
        guard deque.pointee.changes == changes else {
            return raise(BtExc_RuntimeError, "deque mutated during iteration")
        }
        if same > 0 { return index }
        index += 1
    }
    return -1
}
