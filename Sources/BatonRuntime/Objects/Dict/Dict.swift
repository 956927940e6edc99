internal import CBaton
internal import CBaton.Host

extension UnsafeMutablePointer where Pointee == BtObject {
    /// The object seen as a dict.
    @inline(__always)
    var dict: UnsafeMutablePointer<BtDictObject> { self.as(BtDictObject.self) }
}

/// The table of a dict.
@inline(__always)
func dictTable(_ dict: Ref) -> DictTable { DictTable(dict.dict.pointee.ma_keys) }

/// The number of items of a dict.
@inline(__always)
func dictCount(_ dict: Ref) -> Int { dict.dict.pointee.ma_used }

/// Make an empty dict. Nil with MemoryError set.
package func newDict() -> Ref? {
    guard let dict = makeObject(BtDict_Type_(), as: BtDictObject.self) else { return nil }
    dictInitialize(dict.ref)
    return dict.ref
}

/// Make an empty dict with room for `items` items. Nil with MemoryError set.
func newDict(room items: Int) -> Ref? {
    guard let dict = newDict() else { return nil }
    if items > 5, !dictResize(dict, log2Size: dictLog2Size(items)) {
        Bt_DECREF_(dict)
        return nil
    }
    return dict
}

@inline(__always)
private func dictInitialize(_ dict: Ref) {
    dict.dict.pointee.ma_used = 0
    dict.dict.pointee.ma_version = 0
    dict.dict.pointee.ma_keys = UnsafeMutableRawPointer(DictTable.empty.head)
    track(dict)
}

/// The size of a table with room for `items` items.
private func dictLog2Size(_ items: Int) -> Int {
    var log2Size = 3
    while DictTable.usable(log2Size) < items, log2Size < 58 { log2Size += 1 }
    return log2Size
}

/// Move a dict to a table of 2^log2Size places. False with MemoryError set.
func dictResize(_ dict: Ref, log2Size: Int) -> Bool {
    let old = dictTable(dict)
    guard let table = DictTable.make(log2Size: log2Size, allStr: old.isAllStr) else { return false }
    old.move(to: table)
    dict.dict.pointee.ma_keys = UnsafeMutableRawPointer(table.head)
    // Inline caches hold places of the table.
    dict.dict.pointee.ma_version = _bt_next_dict_version()
    old.free()
    return true
}

/// Make room for one more entry: three times the places that the items need, as CPython does.
@inline(never)
func dictGrow(_ dict: Ref) -> Bool {
    let needed = dictCount(dict) * 3
    var log2Size = 3
    while 1 << log2Size <= needed { log2Size += 1 }
    return dictResize(dict, log2Size: log2Size)
}

/// Remove all items.
func dictClear(_ dict: Ref) {
    let table = dictTable(dict)
    // Emptied before anything is dropped: that may run any code, which then sees a whole dict.
    dict.dict.pointee.ma_keys = UnsafeMutableRawPointer(DictTable.empty.head)
    dict.dict.pointee.ma_used = 0
    dict.dict.pointee.ma_version = _bt_next_dict_version()
    table.dropAll()
}

func setUpDict() {
    let type = BtDict_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtDictObject>.size
    type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_DICT_SUBCLASS | BT_TPFLAGS_MAPPING
    type.pointee.tp_doc = cString("dict() -> new empty dictionary; dict(mapping), dict(iterable), dict(**kwargs)")
    type.pointee.tp_dealloc = { dictDealloc($0!) }
    type.pointee.tp_traverse = { dictTraverse($0!, $1, $2) }
    type.pointee.tp_clear = { dict in
        dictClear(dict!)
        return 0
    }
    type.pointee.tp_new = { type, _, _ in dictNew(type!) }
    type.pointee.tp_init = { dictUpdateFromArguments("dict", $0!, $1, $2) }
    type.pointee.tp_repr = { dictRepr($0!) }
    type.pointee.tp_hash = BtObject_HashNotImplemented
    type.pointee.tp_richcompare = { dictCompare($0!, $1!, $2) }
    type.pointee.tp_iter = { makeDictIterator(BtDictIterKey_Type_(), over: $0!) }
    type.pointee.tp_as_number = permanent(
        BtNumberMethods.only(or: { dictUnion($0!, $1!) }, inplaceOr: { dictUnionInPlace($0!, $1!) }))
    type.pointee.tp_as_sequence = permanent(
        BtSequenceMethods.only(contains: { dictContains($0!, $1!) }))
    type.pointee.tp_as_mapping = permanent(
        BtMappingMethods(
            mp_length: { dictCount($0!) },
            mp_subscript: { dictSubscript($0!, $1!) },
            mp_ass_subscript: { dictAssignSubscript($0!, $1!, $2) }))
    type.pointee.tp_methods = dictMethods()
}

private func dictNew(_ type: TypeRef) -> Ref? {
    if type == BtDict_Type_() { return newDict() }
    guard let dict = type.pointee.tp_alloc(type, 0) else { return nil }
    dictInitialize(dict)
    return dict
}

private func dictDealloc(_ dict: Ref) {
    deallocating(dict, exactly: BtDict_Type_()) {
        dictTable(dict).dropAll()
        freeContainer(dict, exactly: BtDict_Type_())
    }
}

private func dictTraverse(_ dict: Ref, _ visit: visitproc?, _ context: UnsafeMutableRawPointer?) -> CInt {
    let table = dictTable(dict)
    let entries = table.entries
    for entry in 0..<table.count where entries[entry].key != nil {
        var status = visitField(entries[entry].key, visit, context)
        if status == 0 { status = visitField(entries[entry].value, visit, context) }
        if status != 0 { return status }
    }
    return 0
}

extension BtNumberMethods {
    /// A table with the operators of sets alone.
    static func only(
        subtract: binaryfunc? = nil, and: binaryfunc? = nil, xor: binaryfunc? = nil, or: binaryfunc? = nil,
        inplaceOr: binaryfunc? = nil
    ) -> BtNumberMethods {
        var table = BtNumberMethods()
        table.nb_subtract = subtract
        table.nb_and = and
        table.nb_xor = xor
        table.nb_or = or
        table.nb_inplace_or = inplaceOr
        return table
    }
}

extension BtSequenceMethods {
    /// A table of what containers have that are no rows.
    static func only(length: lenfunc? = nil, contains: objobjproc? = nil) -> BtSequenceMethods {
        var table = BtSequenceMethods()
        table.sq_length = length
        table.sq_contains = contains
        return table
    }
}
