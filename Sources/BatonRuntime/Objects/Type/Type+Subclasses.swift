internal import CBaton
internal import Glibc

// tp_subclasses: the types that name a type as a base, in a C array. References are borrowed: a type takes itself out when
// it is freed, and holds its bases until then.
// guarded by: attached; in the free-threaded mode the type mutex.

private struct Subclasses {
    var count: Int
    var capacity: Int
    var items: UnsafeMutablePointer<TypeRef>
}

private func subclasses(of type: TypeRef) -> UnsafeMutablePointer<Subclasses>? {
    type.pointee.tp_subclasses?.assumingMemoryBound(to: Subclasses.self)
}

/// Record that `type` has `base` as a base; false: no memory.
func addSubclass(_ type: TypeRef, to base: TypeRef) -> Bool {
    if subclasses(of: base) == nil {
        let list = UnsafeMutablePointer<Subclasses>.allocate(capacity: 1)
        list.initialize(to: Subclasses(count: 0, capacity: 4, items: .allocate(capacity: 4)))
        base.pointee.tp_subclasses = UnsafeMutableRawPointer(list)
    }
    let list = subclasses(of: base)!
    if list.pointee.count == list.pointee.capacity {
        let grown = UnsafeMutablePointer<TypeRef>.allocate(capacity: list.pointee.capacity * 2)
        grown.update(from: list.pointee.items, count: list.pointee.count)
        list.pointee.items.deallocate()
        list.pointee.items = grown
        list.pointee.capacity *= 2
    }
    list.pointee.items[list.pointee.count] = type
    list.pointee.count += 1
    return true
}

/// Forget that `type` has `base` as a base.
func removeSubclass(_ type: TypeRef, from base: TypeRef) {
    guard let list = subclasses(of: base) else { return }
    for index in 0..<list.pointee.count where list.pointee.items[index] == type {
        for later in (index + 1)..<max(list.pointee.count, index + 1) {
            list.pointee.items[later - 1] = list.pointee.items[later]
        }
        list.pointee.count -= 1
        return
    }
}

/// Free the list of a type that is going; nobody derives from it.
func freeSubclasses(of type: TypeRef) {
    guard let list = subclasses(of: type) else { return }
    list.pointee.items.deallocate()
    list.deallocate()
    type.pointee.tp_subclasses = nil
}

/// Visit the types that name `type` as a base. The body changes no bases.
func forEachSubclass(of type: TypeRef, _ body: (TypeRef) -> Void) {
    guard let list = subclasses(of: type) else { return }
    for index in 0..<list.pointee.count { body(list.pointee.items[index]) }
}

/// `type.__subclasses__()`: a new list.
func typeSubclassesList(_ type: TypeRef) -> Ref? {
    guard let result = BtList_New(0) else { return nil }
    var failed = false
    forEachSubclass(of: type) { if !failed { failed = BtList_Append(result, $0.ref) < 0 } }
    if failed {
        Bt_DECREF_(result)
        return nil
    }
    return result
}
