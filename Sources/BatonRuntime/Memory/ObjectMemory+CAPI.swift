public import CBaton
internal import CBaton.Host
internal import Glibc

@c @implementation public func BtObject_Malloc(_ size: Int) -> UnsafeMutableRawPointer! {
    guard size >= 0 else { return nil }
    return allocate(size, kind: Int(BT_KIND_PLAIN))
}

@c @implementation public func BtObject_Calloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer! {
    let (bytes, overflows) = count.multipliedReportingOverflow(by: size)
    guard !overflows, bytes >= 0, let memory = allocate(bytes, kind: Int(BT_KIND_PLAIN)) else { return nil }
    memset(memory, 0, max(bytes, 1))
    return memory
}

@c @implementation public func BtObject_Realloc(
    _ memory: UnsafeMutableRawPointer!, _ size: Int
) -> UnsafeMutableRawPointer! {
    guard let memory else { return BtObject_Malloc(size) }
    guard size >= 0 else { return nil }
    let room = usableSize(memory)
    // Good enough where it fits and does not waste more than half.
    if size <= room, size > room / 2 || room <= 64 { return memory }
    guard let grown = allocate(size, kind: Int(_bt_heap_page(memory).pointee.kind)) else { return nil }
    // Also the type field, which marks the slot as an object's if it was one.
    memcpy(grown, memory, min(room, size))
    deallocate(memory)
    return grown
}

@c @implementation public func BtObject_Free(_ memory: UnsafeMutableRawPointer!) {
    if let memory { deallocate(memory) }
}

@c @implementation public func BtObject_GC_Del(_ object: UnsafeMutableRawPointer!) {
    if let object { deallocate(object) }
}

@c @implementation public func _bt_memory_live() -> Int { liveCount(currentHeap()) }

@c @implementation public func BtObject_Init(_ object: Ref!, _ type: TypeRef!) -> Ref! {
    guard let object else { return raiseNoMemory() }
    initObject(object, type)
    return object
}

@c @implementation public func BtObject_InitVar(
    _ object: UnsafeMutablePointer<BtVarObject>!, _ type: TypeRef!, _ size: Int
) -> UnsafeMutablePointer<BtVarObject>! {
    guard let object else { return raiseNoMemory() }
    object.pointee.ob_size = size
    initObject(object.ref, type)
    return object
}

@c @implementation public func _BtObject_New(_ type: TypeRef!) -> Ref! { newObject(type) }

@c @implementation public func _BtObject_GC_New(_ type: TypeRef!) -> Ref! { newObject(type) }

@c @implementation public func _BtObject_NewVar(_ type: TypeRef!, _ items: Int) -> UnsafeMutablePointer<BtVarObject>! {
    newVarObject(type, items)
}

@c @implementation public func _BtObject_GC_NewVar(
    _ type: TypeRef!, _ items: Int
) -> UnsafeMutablePointer<BtVarObject>! { newVarObject(type, items) }

/// An object whose fields are the caller's to fill. Those the runtime reads before that are not garbage: the rest of a
/// collected object is zeroed, since a broken constructor must not leave wild pointers to the collector.
private func newObject(_ type: TypeRef) -> Ref? {
    guard let memory = allocate(type.pointee.tp_basicsize, kind: objectKind(type)) else { return raiseNoMemory() }
    let object = memory.assumingMemoryBound(to: BtObject.self)
    initObject(object, type)
    if type.has(BT_TPFLAGS_MANAGED_DICT), let place = dictionaryPlace(object) { place.pointee = nil }
    if type.has(BT_TPFLAGS_MANAGED_WEAKREF), let list = WeakReference.list(of: object) { list.pointee = nil }
    return object
}

private func newVarObject(_ type: TypeRef, _ items: Int) -> UnsafeMutablePointer<BtVarObject>? {
    guard let size = objectSize(type, items), let memory = allocate(size, kind: objectKind(type)) else {
        return raiseNoMemory()
    }
    let object = memory.assumingMemoryBound(to: BtVarObject.self)
    object.pointee.ob_size = items
    initObject(object.ref, type)
    return object
}

@c @implementation public func _BtObject_GC_Resize(
    _ object: UnsafeMutablePointer<BtVarObject>!, _ items: Int
) -> UnsafeMutablePointer<BtVarObject>! {
    guard let size = objectSize(object.ref.type, items),
        let memory = BtObject_Realloc(object, size)
    else { return raiseNoMemory() }
    let resized = memory.assumingMemoryBound(to: BtVarObject.self)
    resized.pointee.ob_size = items
    return resized
}

@c @implementation public func BtType_GenericAlloc(_ type: TypeRef!, _ items: Int) -> Ref! {
    guard let object = makeZeroedObject(type, items) else { return nil }
    if type.has(BT_TPFLAGS_HAVE_GC) { object.pointee.ob_flags |= UInt8(BT_FLAG_TRACKED) }
    return object
}
