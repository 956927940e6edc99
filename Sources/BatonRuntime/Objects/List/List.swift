internal import CBaton
internal import CBaton.Host
internal import Glibc

extension UnsafeMutablePointer where Pointee == BtObject {
    /// The object seen as a list.
    @inline(__always)
    var list: UnsafeMutablePointer<BtListObject> { self.as(BtListObject.self) }
}

/// Make a list of `count` empty places, which hold nil. Nil with MemoryError set.
@inline(__always)
package func newList(_ count: Int) -> Ref? {
    guard let list = makeObject(BtList_Type_(), as: BtListObject.self) else { return nil }
    list.pointee.ob_base.ob_size = 0
    list.pointee.ob_item = nil
    list.pointee.allocated = 0
    if count > 0, !listAllocate(list.ref, count) {
        Bt_DECREF_(list.ref)
        return nil
    }
    track(list.ref)
    return list.ref
}

private func listAllocate(_ list: Ref, _ count: Int) -> Bool {
    guard let places = allocateRow(count) else {
        BtErr_NoMemory()
        return false
    }
    places.update(repeating: nil, count: count)
    list.list.pointee.ob_item = places
    list.list.pointee.allocated = count
    list.list.pointee.ob_base.ob_size = count
    return true
}

/// Make a list of `count` objects; references are taken.
func makeList(_ items: UnsafePointer<Ref?>?, count: Int) -> Ref? {
    guard let list = newList(0) else { return nil }
    if count == 0 { return list }
    guard let places = allocateRow(count) else {
        Bt_DECREF_(list)
        return raiseNoMemory()
    }
    for index in 0..<count { places[index] = Bt_NewRef_(items![index]) }
    list.list.pointee.ob_item = places
    list.list.pointee.allocated = count
    list.list.pointee.ob_base.ob_size = count
    return list
}

/// Make a list of objects.
func makeList(_ items: [Ref]) -> Ref? {
    guard let list = newList(0) else { return nil }
    for item in items {
        guard BtList_Append(list, item) == 0 else {
            Bt_DECREF_(list)
            return nil
        }
    }
    return list
}

/// Set the number of items, growing or shrinking the memory behind them: by an eighth more than is needed, so that
/// appending is of constant cost on average. New places hold whatever was there. False with MemoryError set, and the
/// list as it was.
func listResize(_ list: Ref, _ count: Int) -> Bool {
    let fields = list.list
    let allocated = fields.pointee.allocated
    if allocated >= count, count >= allocated >> 1 {
        fields.pointee.ob_base.ob_size = count
        return true
    }
    let limit = Int.max / MemoryLayout<Ref>.stride
    guard count <= limit - (limit >> 3) - 6 else {
        BtErr_NoMemory()
        return false
    }
    var room = (count + (count >> 3) + 6) & ~3
    if count - fields.pointee.ob_base.ob_size > room - count { room = (count + 3) & ~3 }
    if count == 0 { room = 0 }
    var places: Places?
    if let old = fields.pointee.ob_item {
        if room == 0 { freeRow(old, allocated) } else { places = resizeRow(old, from: allocated, to: room) }
    } else {
        places = allocateRow(room)
    }
    if places == nil, room != 0 {
        if count <= allocated {
            // A list that shrinks can keep its memory.
            fields.pointee.ob_base.ob_size = count
            return true
        }
        BtErr_NoMemory()
        return false
    }
    fields.pointee.ob_item = places
    fields.pointee.ob_base.ob_size = count
    fields.pointee.allocated = room
    return true
}

/// Append an item; a reference is taken over, also on an error.
@inline(__always)
func listAppend(_ list: Ref, stealing item: Ref) -> CInt {
    let fields = list.list
    let count = fields.pointee.ob_base.ob_size
    if count < fields.pointee.allocated {
        fields.pointee.ob_item[count] = item
        fields.pointee.ob_base.ob_size = count + 1
        return 0
    }
    return listAppendGrowing(list, item)
}

/// So many places a list gets with its first item.
private let firstRow = 4

@inline(never)
private func listAppendGrowing(_ list: Ref, _ item: Ref) -> CInt {
    let count = sizeField(list)
    // The first places without the questions of a resize: many lists get no more.
    if list.list.pointee.ob_item == nil, count == 0, let places = allocateRow(firstRow) {
        list.list.pointee.ob_item = places
        list.list.pointee.allocated = firstRow
        list.list.pointee.ob_base.ob_size = 1
    } else if !listResize(list, count + 1) {
        Bt_DECREF_(item)
        return -1
    }
    list.list.pointee.ob_item[count] = item
    return 0
}

/// Remove all items.
func listClear(_ list: Ref) {
    let fields = list.list
    guard let places = fields.pointee.ob_item else { return }
    var count = sizeField(list)
    let allocated = fields.pointee.allocated
    // Emptied before anything is dropped: that may run any code, which then sees a whole list.
    fields.pointee.ob_item = nil
    fields.pointee.ob_base.ob_size = 0
    fields.pointee.allocated = 0
    while count > 0 {
        count -= 1
        Bt_XDECREF_(places[count])
    }
    freeRow(places, allocated)
}

func setUpList() {
    let type = BtList_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtListObject>.size
    type.pointee.tp_flags =
        BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_LIST_SUBCLASS | BT_TPFLAGS_SEQUENCE
    type.pointee.tp_doc = cString("Built-in mutable sequence.")
    type.pointee.tp_dealloc = { listDealloc($0!) }
    type.pointee.tp_traverse = { listTraverse($0!, $1, $2) }
    type.pointee.tp_clear = { list in
        listClear(list!)
        return 0
    }
    type.pointee.tp_new = { BtType_GenericNew($0, $1, $2) }
    type.pointee.tp_init = { listInit($0!, $1, $2) }
    type.pointee.tp_vectorcall = { listVectorcall($0!, $1, $2, $3) }
    type.pointee.tp_repr = { listRepr($0!) }
    type.pointee.tp_hash = BtObject_HashNotImplemented
    type.pointee.tp_richcompare = { listCompare($0!, $1!, $2) }
    type.pointee.tp_iter = { makeRowIterator(BtListIter_Type_(), over: $0!, at: 0) }
    type.pointee.tp_as_sequence = permanent(
        BtSequenceMethods(
            sq_length: { sizeField($0!) },
            sq_concat: { listConcat($0!, $1!) },
            sq_repeat: { listRepeat($0!, $1) },
            sq_item: { listItem($0!, $1) },
            was_sq_slice: nil,
            sq_ass_item: { listAssignItem($0!, $1, $2) },
            was_sq_ass_slice: nil,
            sq_contains: { listContains($0!, $1!) },
            sq_inplace_concat: { listExtend($0!, $1!) == 0 ? Bt_NewRef_($0) : nil },
            sq_inplace_repeat: { listRepeatInPlace($0!, $1) }))
    type.pointee.tp_as_mapping = permanent(
        BtMappingMethods(
            mp_length: { sizeField($0!) },
            mp_subscript: { listSubscript($0!, $1!) },
            mp_ass_subscript: { listAssignSubscript($0!, $1!, $2) }))
    type.pointee.tp_methods = listMethods()
}

private func listDealloc(_ list: Ref) {
    deallocating(list, exactly: BtList_Type_()) {
        if let places = list.list.pointee.ob_item {
            var count = sizeField(list)
            while count > 0 {
                count -= 1
                Bt_XDECREF_(places[count])
            }
            freeRow(places, list.list.pointee.allocated)
        }
        freeContainer(list, exactly: BtList_Type_())
    }
}

private func listTraverse(_ list: Ref, _ visit: visitproc?, _ context: UnsafeMutableRawPointer?) -> CInt {
    guard let places = list.list.pointee.ob_item else { return 0 }
    for index in 0..<sizeField(list) {
        let status = visitField(places[index], visit, context)
        if status != 0 { return status }
    }
    return 0
}

private func listInit(_ list: Ref, _ args: Ref?, _ kwargs: Ref?) -> CInt {
    let checked =
        list.type == BtList_Type_()
        || functionAddress(list.type.pointee.tp_init) == functionAddress(BtList_Type_().pointee.tp_init)
    guard let argument = optionalArgument("list", args, checked ? kwargs : nil) else { return -1 }
    return locked(list) {
        listClear(list)
        guard let argument else { return 0 }
        return listExtend(list, argument)
    }
}

private func listVectorcall(_ type: Ref, _ args: UnsafePointer<Ref?>?, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
    if kwnames != nil, _BtArg_NoKwnames(cString("list"), kwnames) == 0 { return nil }
    let count = BtVectorcall_NARGS(nargsf)
    if _BtArg_CheckPositional(cString("list"), count, 0, 1) == 0 { return nil }
    return count == 0 ? newList(0) : listOf(args![0]!)
}
