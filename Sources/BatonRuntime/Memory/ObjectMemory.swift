internal import CBaton
internal import CBaton.Host

/// Make an object of `type` with room for a `T` and `extraBytes` behind it: one reference, owned by this thread, fields
/// past the head not initialised. Nil: no memory, MemoryError is set.
@inline(__always)
package func makeObject<T>(_ type: TypeRef, as _: T.Type, extraBytes: Int = 0) -> UnsafeMutablePointer<T>? {
    guard let memory = allocate(MemoryLayout<T>.size &+ extraBytes, kind: objectKind(type)) else {
        return raiseNoMemory()
    }
    let object = memory.assumingMemoryBound(to: T.self)
    _bt_object_init_head(object.ref, type)
    return object
}

/// As `makeObject`, of a type whose objects have no references, which the caller knows: numbers, made most of all.
@inline(__always)
func makePlainObject<T>(_ type: TypeRef, as _: T.Type) -> UnsafeMutablePointer<T>? {
    guard let memory = allocate(MemoryLayout<T>.size, kind: Int(BT_KIND_PLAIN)) else { return raiseNoMemory() }
    let object = memory.assumingMemoryBound(to: T.self)
    _bt_object_init_head(object.ref, type)
    return object
}

/// Give the memory of an object back. Its references have been dropped before.
@inline(__always)
package func freeObject(_ object: Ref) { deallocate(object) }

/// Which pages the objects of a type go to.
@inline(__always)
func objectKind(_ type: TypeRef) -> Int { Int(truncatingIfNeeded: type.pointee.tp_flags >> 14 & 1) }

/// Bytes of an object of `type` with `items` items; nil: more than there can be.
func objectSize(_ type: TypeRef, _ items: Int) -> Int? {
    let (bytes, overflows) = items.multipliedReportingOverflow(by: type.pointee.tp_itemsize)
    let (size, overflowsToo) = bytes.addingReportingOverflow(type.pointee.tp_basicsize)
    guard !overflows, !overflowsToo, items >= 0, size < Int.max - 64 else { return nil }
    return alignUp(size, MemoryLayout<Ref?>.size)
}

/// An object with its head and a zeroed rest; nil: MemoryError is set.
func makeZeroedObject(_ type: TypeRef, _ items: Int) -> Ref? {
    guard let size = objectSize(type, items), let memory = allocate(size, kind: objectKind(type)) else {
        return raiseNoMemory()
    }
    let head = MemoryLayout<BtObject>.size
    if size > head { (memory + head).initializeMemory(as: UInt8.self, repeating: 0, count: size - head) }
    let object = memory.assumingMemoryBound(to: BtObject.self)
    initObject(object, type)
    if type.pointee.tp_itemsize != 0 { object.as(BtVarObject.self).pointee.ob_size = items }
    return object
}

/// Give memory its head; a heap type is held by its objects.
@inline(__always)
func initObject(_ object: Ref, _ type: TypeRef) {
    if type.has(BT_TPFLAGS_HEAPTYPE) { Bt_INCREF_(type.ref) }
    _bt_object_init_head(object, type)
}
