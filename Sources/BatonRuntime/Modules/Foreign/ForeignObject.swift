internal import CBaton
internal import CBaton.Host
internal import Glibc

// _CData: a piece of C's memory, its own or a part of another object's.

func setUpForeignData(_ type: TypeRef) {
    type.pointee.tp_hash = { _ in Int(raiseStatus(BtExc_TypeError, "unhashable type")) }
    type.pointee.tp_as_buffer = permanent(
        BtBufferProcs(bf_getbuffer: { foreignBuffer($0!, $1!, $2) }, bf_releasebuffer: nil))
    type.pointee.tp_methods = methodTable([
        method("__ctypes_from_outparam__", BT_METH_NOARGS) { `self`, _ in newReference(self!) }
    ])
    type.pointee.tp_getset = getsetTable([
        getset(
            "_b_base_", doc: "the base object",
            get: { `self`, _ in
                newReference(self!.foreign.pointee.owner.flatMap { isForeign($0) ? $0 : nil } ?? noneRef)
            }),
        getset(
            "_b_needsfree_", doc: "whether the object owns the memory or not",
            get: { `self`, _ in
                makeInt(self!.foreign.pointee.owner == nil && self!.foreign.pointee.memory != nil ? 1 : 0)
            }),
        getset(
            "_objects", doc: "internal objects tree (NEVER CHANGE THIS OBJECT!)",
            get: { `self`, _ in
                newReference(self!.foreign.pointee.kept ?? noneRef)
            }),
    ])
}

/// The bytes in an object that no memory of its own is made for.
private let smallSize = MemoryLayout<(UInt64, UInt64)>.size

/// Make an object without bytes. Nil with an exception set.
@inline(__always)
private func allocateForeign(_ type: TypeRef, _ layout: LayoutRef) -> ForeignRef? {
    layout.pointee.is_final = 1
    guard let object = type.pointee.tp_alloc(type, 0) else { return nil }
    object.foreign.pointee.size = layout.pointee.size
    object.foreign.pointee.length = layout.pointee.length
    if layout.kind == BT_FOREIGN_FUNCTION, !prepareFunction(object.foreignFunction, layout) {
        object.foreign.pointee.memory = smallBytes(object.foreign)
        Bt_DECREF_(object)
        return nil
    }
    return object.foreign
}

@inline(__always)
private func smallBytes(_ object: ForeignRef) -> UnsafeMutablePointer<CChar> {
    // SAFETY: because the field holds plain bytes and lives as long as the object.
    (UnsafeMutableRawPointer(object) + MemoryLayout<BtForeignObject_>.offset(of: \.small)!)
        .assumingMemoryBound(to: CChar.self)
}

/// Make an object with zeroed bytes of its own. Nil with an exception set.
@inline(__always)
func makeForeign(_ type: TypeRef, _ layout: LayoutRef) -> ForeignRef? {
    guard let object = allocateForeign(type, layout) else { return nil }
    if layout.pointee.size <= smallSize {
        object.pointee.memory = smallBytes(object)
    } else {
        guard let memory = calloc(layout.pointee.size, 1) else {
            Bt_DECREF_(object.ref)
            return raiseNoMemory()
        }
        object.pointee.memory = memory.assumingMemoryBound(to: CChar.self)
        object.pointee.owns_memory = 1
    }
    return object
}

/// Make an object of a type that may be abstract; nil with TypeError set then.
func newForeign(_ type: TypeRef) -> ForeignRef? {
    guard let layout = ownLayout(type) else { return raise(BtExc_TypeError, "abstract class") }
    return makeForeign(type, layout)
}

/// Make an object with a copy of bytes.
func makeForeign(_ type: TypeRef, _ layout: LayoutRef, copying bytes: UnsafeRawPointer) -> Ref? {
    guard let object = makeForeign(type, layout) else { return nil }
    memcpy(object.bytes, bytes, layout.pointee.size)
    return object.ref
}

/// Make an object whose bytes are somebody else's; `owner`, which may be nil, is kept alive.
func makeForeign(_ type: TypeRef, _ layout: LayoutRef, at memory: UnsafeMutableRawPointer?, owner: Ref?, index: Int = 0)
    -> Ref?
{
    guard let object = allocateForeign(type, layout) else { return nil }
    object.pointee.memory = memory?.assumingMemoryBound(to: CChar.self)
    object.pointee.owner = owner.map(newReference)
    object.pointee.index = index
    return object.ref
}

func deallocForeign(_ object: Ref) {
    BtObject_GC_UnTrack(object)
    _ = clearForeign(object)
    if object.foreign.pointee.owns_memory != 0 { free(object.foreign.pointee.memory) }
    object.type.pointee.tp_free(object)
}

func traverseForeign(_ object: Ref, _ visit: visitproc?, _ context: UnsafeMutableRawPointer?) -> CInt {
    var fields = FieldVisit(visit, context)
    fields.visit(object.foreign.pointee.owner)
    fields.visit(object.foreign.pointee.kept)
    return fields.status
}

func clearForeign(_ object: Ref) -> CInt {
    // A part of another object's memory has none once the owner may go.
    if let owner = exchange(&object.foreign.pointee.owner, nil) {
        if object.foreign.pointee.owns_memory == 0 {
            object.foreign.pointee.memory = smallBytes(object.foreign)
            object.foreign.pointee.size = min(object.foreign.pointee.size, smallSize)
            object.foreign.pointee.length = 0
        }
        Bt_DECREF_(owner)
    }
    release(exchange(&object.foreign.pointee.kept, nil))
    return 0
}

// MARK: What the bytes point to is kept alive

/// The object that owns the bytes of another, at the end of the chain of owners.
private func container(_ object: ForeignRef) -> ForeignRef {
    var current = object
    while let owner = current.pointee.owner, isForeign(owner) { current = owner.foreign }
    return current
}

/// The dict, or whatever else, in which an object keeps what its bytes point to; borrowed, None if nothing. Nil with
/// MemoryError set.
func keptObjects(_ object: ForeignRef) -> Ref? {
    let root = container(object)
    if root.pointee.kept == nil {
        root.pointee.kept = root.pointee.length != 0 ? BtDict_New() : noneRef
    }
    return root.pointee.kept
}

/// Keep what a place of an object points to alive; the reference is taken over. False with an exception set.
func keep(_ object: ForeignRef, _ index: Int, _ value: Ref) -> Bool {
    if isNone(value) { return true }
    guard let kept = keptObjects(object) else {
        Bt_DECREF_(value)
        return false
    }
    guard kept.type == BtDict_Type_() else {
        release(exchange(&container(object).pointee.kept, value))
        return true
    }
    defer { Bt_DECREF_(value) }
    // The place is told by the indices on the way to the owner of the bytes.
    var name = String(UInt32(truncatingIfNeeded: index), radix: 16)
    var current = object
    while let owner = current.pointee.owner, isForeign(owner) {
        name += ":" + String(current.pointee.index, radix: 16)
        current = owner.foreign
    }
    guard let key = makeString(name) else { return false }
    defer { Bt_DECREF_(key) }
    return BtDict_SetItem(kept, key, value) >= 0
}

// MARK: Parts

/// Read the value of a type at an address within an object. Nil with an exception set.
@inline(__always)
func getForeign(_ type: TypeRef, _ layout: LayoutRef, _ owner: Ref, _ index: Int, _ memory: UnsafeMutableRawPointer)
    -> Ref?
{
    if layout.pointee.is_plain != 0 { return readSimple(layout, memory) }
    return makeForeign(type, layout, at: memory, owner: owner, index: index)
}

/// Write a value of a type at an address within an object, and keep alive what it points to. False with an exception set.
@inline(__always)
func setForeign(
    _ target: Ref, _ type: TypeRef, _ layout: LayoutRef, _ index: Int, _ memory: UnsafeMutableRawPointer, _ value: Ref
) -> Bool {
    guard let kept = storeForeign(type, layout, memory, value) else { return false }
    return kept == noneRef || keep(target.foreign, index, kept)
}

/// Write a value of a type at an address. Returns what has to be kept alive, or None; nil with an exception set.
func storeForeign(_ type: TypeRef, _ layout: LayoutRef, _ memory: UnsafeMutableRawPointer, _ value: Ref) -> Ref? {
    if !isForeign(value) {
        if layout.kind == BT_FOREIGN_SIMPLE { return writeSimple(layout, memory, value) }
        if isTuple(value) {
            guard let made = BtObject_CallObject(type.ref, value) else {
                return extendError(BtExc_RuntimeError, "(\(typeName(of: type))) ")
            }
            defer { Bt_DECREF_(made) }
            return storeForeign(type, layout, memory, made)
        }
        if isNone(value), layout.kind == BT_FOREIGN_POINTER {
            memory.storeBytes(of: 0, as: UInt.self)
            return noneRef
        }
        return raise(BtExc_TypeError, "expected \(typeName(of: type)) instance, got \(typeName(value))")
    }
    let source = value.foreign
    let isInstance = BtObject_IsInstance(value, type.ref)
    if isInstance < 0 { return nil }
    if isInstance > 0 {
        memmove(memory, source.bytes, min(layout.pointee.size, source.pointee.size))
        // A callback is there for as long as its object.
        if layout.kind == BT_FOREIGN_FUNCTION { return newReference(value) }
        return keptObjects(source).map(newReference)
    }
    if layout.kind == BT_FOREIGN_POINTER, let array = foreignLayout(of: value.type.ref), array.kind == BT_FOREIGN_ARRAY
    {
        guard array.pointee.item == layout.pointee.item else { return raiseIncompatible(value, type) }
        memory.storeBytes(of: source.bytes, as: UnsafeMutableRawPointer.self)
        guard let kept = keptObjects(source) else { return nil }
        return makeTuple(kept, value)
    }
    if layout.kind == BT_FOREIGN_SIMPLE, layout.pointee.is_plain != 0 { return writeSimple(layout, memory, value) }
    return raiseIncompatible(value, type)
}

private func raiseIncompatible(_ value: Ref, _ type: TypeRef) -> Ref? {
    raise(
        BtExc_TypeError, "incompatible types, \(typeName(value)) instance instead of \(typeName(of: type)) instance")
}

/// Raise `exception` with the text of what is raised behind a beginning.
func extendError(_ exception: Ref, _ beginning: String) -> Ref? {
    guard let raised = takeRaised() else { return nil }
    defer { Bt_DECREF_(raised) }
    return raise(exception, "\(beginning)\(typeShortName(raised.type)): \(strText(raised))")
}

/// bf_getbuffer of all of them.
private func foreignBuffer(_ object: Ref, _ view: UnsafeMutablePointer<Bt_buffer>, _ flags: CInt) -> CInt {
    let (data, layout) = (object.foreign, object.foreignLayout)
    var item = layout
    while item.kind == BT_FOREIGN_ARRAY, let next = item.itemType, let inner = ownLayout(next) { item = inner }
    view.pointee.buf = data.bytes
    view.pointee.obj = newReference(object)
    view.pointee.len = data.pointee.size
    view.pointee.readonly = 0
    view.pointee.itemsize = item.pointee.size
    view.pointee.format = item.pointee.format ?? unsafeBytesFormat
    view.pointee.ndim = layout.pointee.dimensions
    view.pointee.shape = layout.pointee.shape
    view.pointee.strides = nil
    view.pointee.suboffsets = nil
    view.pointee.internal = nil
    return 0
}

private var unsafeBytesFormat: UnsafeMutablePointer<CChar> {
    // SAFETY: because consumers of a buffer only read its format.
    UnsafeMutablePointer(mutating: cString("B"))
}
