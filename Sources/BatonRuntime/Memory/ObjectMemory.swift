internal import CBaton
internal import Glibc

/// Make an object of `type` with room for a `T` and `extraBytes` behind it: one reference, owned by this thread, fields
/// past the head not initialised. Nil: no memory, MemoryError is set.
@inline(__always)
package func makeObject<T>(_ type: TypeRef, as _: T.Type, extraBytes: Int = 0) -> UnsafeMutablePointer<T>? {
    guard let memory = malloc(MemoryLayout<T>.size + extraBytes) else { return nil }
    let object = memory.assumingMemoryBound(to: T.self)
    _bt_object_init_head(object.ref, type)
    return object
}

/// Give the memory of an object back. Its references have been dropped before.
@inline(__always)
package func freeObject(_ object: Ref) {
    free(object)
}
