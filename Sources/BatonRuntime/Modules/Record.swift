internal import CBaton
internal import CBaton.Host

// Objects of the host's own modules that are a few references and a few numbers.

typealias RecordRef = UnsafeMutablePointer<BtRecordObject_>

extension UnsafeMutablePointer where Pointee == BtObject {
    /// The object seen as a record.
    @inline(__always)
    var record: RecordRef { self.as(BtRecordObject_.self) }
}

/// Make a record of a type, all fields nil and zero. Nil with an exception set.
@inline(__always)
func newRecord(_ type: TypeRef) -> RecordRef? {
    guard let object = type.pointee.tp_alloc(type, 0) else { return nil }
    return object.record
}

/// Fill the slots that all records have. `freeMemory` frees what `memory` points at.
func setUpRecord(_ type: TypeRef, doc: StaticString? = nil, isBase: Bool = true) {
    type.pointee.tp_basicsize = MemoryLayout<BtRecordObject_>.size
    type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | (isBase ? BT_TPFLAGS_BASETYPE : 0)
    type.pointee.tp_doc = doc.map { cString($0) }
    type.pointee.tp_weaklistoffset = MemoryLayout<BtRecordObject_>.offset(of: \.weakrefs)!
    type.pointee.tp_dealloc = { deallocRecord($0!) }
    type.pointee.tp_traverse = { traverseRecord($0!, $1, $2) }
    type.pointee.tp_clear = { clearRecord($0!) }
}

/// The slots of a record that is an iterator.
func setUpIteratorRecord(_ type: TypeRef, doc: StaticString? = nil, next: @escaping iternextfunc) {
    setUpRecord(type, doc: doc)
    type.pointee.tp_iter = { newReference($0!) }
    type.pointee.tp_iternext = next
}

/// Drop what a record holds; its type frees `memory` before.
func deallocRecord(_ object: Ref) {
    let isExact = !object.type.has(BT_TPFLAGS_HEAPTYPE)
    if isExact, _bt_trash_begin(object) != 0 { return }
    BtObject_GC_UnTrack(object)
    if object.record.pointee.weakrefs != nil { BtObject_ClearWeakRefs(object) }
    _ = clearRecord(object)
    BtMem_RawFree(object.record.pointee.memory)
    object.type.pointee.tp_free(object)
    if isExact { _bt_trash_end() }
}

func traverseRecord(_ object: Ref, _ visit: visitproc?, _ context: UnsafeMutableRawPointer?) -> CInt {
    var fields = FieldVisit(visit, context)
    fields.visit(object.record.pointee.first)
    fields.visit(object.record.pointee.second)
    fields.visit(object.record.pointee.third)
    fields.visit(object.record.pointee.fourth)
    fields.visit(object.record.pointee.dict)
    return fields.status
}

func clearRecord(_ object: Ref) -> CInt {
    let record = object.record
    release(exchange(&record.pointee.first, nil))
    release(exchange(&record.pointee.second, nil))
    release(exchange(&record.pointee.third, nil))
    release(exchange(&record.pointee.fourth, nil))
    release(exchange(&record.pointee.dict, nil))
    return 0
}

/// Where a field of a record is, for member tables.
func recordOffset(_ field: PartialKeyPath<BtRecordObject_>) -> Int { MemoryLayout<BtRecordObject_>.offset(of: field)! }
