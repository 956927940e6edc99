internal import CBaton
internal import CBaton.Host

// Iterators over keys, values and items, both ways.

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always)
    var dictIterator: UnsafeMutablePointer<BtDictIterObject_> { self.as(BtDictIterObject_.self) }
}

/// What an iterator gives of an entry.
enum DictPart {
    case key
    case value
    case item
}

/// Make an iterator of one of the types here. Nil with MemoryError set.
func makeDictIterator(_ type: TypeRef, over dict: Ref) -> Ref? {
    guard let iterator = makeObject(type, as: BtDictIterObject_.self) else { return nil }
    let reverse =
        type == BtDictRevIterKey_Type_() || type == BtDictRevIterValue_Type_()
        || type == BtDictRevIterItem_Type_()
    iterator.pointee.dict = newReference(dict)
    iterator.pointee.used = dictCount(dict)
    iterator.pointee.left = dictCount(dict)
    iterator.pointee.position = reverse ? dictTable(dict).count - 1 : 0
    iterator.pointee.pair = nil
    track(iterator.ref)
    return iterator.ref
}

func setUpDictIterators() {
    setUp(BtDictIterKey_Type_(), next: { nextForward($0!, .key) })
    setUp(BtDictIterValue_Type_(), next: { nextForward($0!, .value) })
    setUp(BtDictIterItem_Type_(), next: { nextForward($0!, .item) })
    setUp(BtDictRevIterKey_Type_(), next: { nextBackward($0!, .key) })
    setUp(BtDictRevIterValue_Type_(), next: { nextBackward($0!, .value) })
    setUp(BtDictRevIterItem_Type_(), next: { nextBackward($0!, .item) })
}

private func setUp(_ type: TypeRef, next: @escaping iternextfunc) {
    type.pointee.tp_basicsize = MemoryLayout<BtDictIterObject_>.size
    type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_DISALLOW_INSTANTIATION
    type.pointee.tp_dealloc = { iterator in
        deallocating(iterator!, exactly: iterator!.type) {
            release(iterator!.dictIterator.pointee.dict)
            release(iterator!.dictIterator.pointee.pair)
            freeObject(iterator!)
        }
    }
    type.pointee.tp_traverse = {
        let status = visitField($0!.dictIterator.pointee.dict, $1, $2)
        return status != 0 ? status : visitField($0!.dictIterator.pointee.pair, $1, $2)
    }
    type.pointee.tp_iter = { Bt_NewRef_($0) }
    type.pointee.tp_iternext = next
    type.pointee.tp_methods = methodTable([
        method("__length_hint__", BT_METH_NOARGS, doc: "Private method returning an estimate of len(list(it)).") {
            iterator, _ in
            let fields = iterator!.dictIterator
            guard let dict = fields.pointee.dict, fields.pointee.used == dictCount(dict) else {
                return BtLong_FromSsize_t(0)
            }
            return BtLong_FromSsize_t(fields.pointee.left)
        }
    ])
}

@inline(__always)
private func part(_ iterator: Ref, _ table: DictTable, _ entry: Int, _ part: DictPart) -> Ref? {
    let found = table.entries + entry
    switch part {
    case .key: return Bt_NewRef_(found.pointee.key)
    case .value: return Bt_NewRef_(found.pointee.value)
    case .item:
        return pairUsedAgain(
            &iterator.dictIterator.pointee.pair, newReference(found.pointee.key), newReference(found.pointee.value))
    }
}

/// Whether the dict has as many items as at the start; RuntimeError if not, now and at each later call.
private func unchanged(_ iterator: Ref, _ dict: Ref) -> Bool {
    if iterator.dictIterator.pointee.used == dictCount(dict) { return true }
    raiseChanged(dict, "changed size")
    iterator.dictIterator.pointee.used = -1
    return false
}

/// Raise RuntimeError for a dict that was changed while it was iterated over. An OrderedDict says so in words of its own.
private func raiseChanged(_ dict: Ref, _ change: String) {
    let words = isOrderedDict(dict) ? "OrderedDict mutated" : "dictionary \(change)"
    _ = raiseStatus(BtExc_RuntimeError, "\(words) during iteration")
}

/// Whether the dict is one of the module collections, which is a script.
private func isOrderedDict(_ dict: Ref) -> Bool {
    var (module, type): (Ref?, Ref?)
    defer {
        release(module)
        release(type)
    }
    guard dict.type != BtDict_Type_(),
        BtDict_GetItemRef(_bt_import.modules, internedName("collections"), &module) > 0, let module,
        isModule(module), let names = BtModule_GetDict(module),
        BtDict_GetItemRef(names, internedName("OrderedDict"), &type) > 0, let type, isType(type)
    else {
        BtErr_Clear()
        return false
    }
    return isSubtype(dict.type, asType(type))
}

private func finish(_ iterator: Ref) -> Ref? {
    release(exchange(&iterator.dictIterator.pointee.dict, nil))
    return nil
}

@inline(__always)
private func nextForward(_ iterator: Ref, _ wanted: DictPart) -> Ref? {
    let fields = iterator.dictIterator
    guard let dict = fields.pointee.dict else { return nil }
    return locked(dict) {
        guard unchanged(iterator, dict) else { return nil }
        let table = dictTable(dict)
        guard let entry = table.nextEntry(from: fields.pointee.position) else { return finish(iterator) }
        // As many items as before, but more of them were found: keys were replaced.
        guard fields.pointee.left > 0 else {
            raiseChanged(dict, "keys changed")
            return finish(iterator)
        }
        fields.pointee.position = entry + 1
        fields.pointee.left -= 1
        return part(iterator, table, entry, wanted)
    }
}

@inline(__always)
private func nextBackward(_ iterator: Ref, _ wanted: DictPart) -> Ref? {
    let fields = iterator.dictIterator
    guard let dict = fields.pointee.dict else { return nil }
    return locked(dict) {
        guard unchanged(iterator, dict) else { return nil }
        let table = dictTable(dict)
        var entry = min(fields.pointee.position, table.count - 1)
        while entry >= 0, table.entries[entry].key == nil { entry -= 1 }
        guard entry >= 0 else { return finish(iterator) }
        fields.pointee.position = entry - 1
        fields.pointee.left -= 1
        return part(iterator, table, entry, wanted)
    }
}
