internal import CBaton
internal import CBaton.Host

// What keys(), values() and items() give: views that follow the dict. Those of keys and items are like sets.

/// The dict behind a view.
@inline(__always)
func viewedDict(_ view: Ref) -> Ref { view.as(BtDictViewObject_.self).pointee.dict }

func makeDictView(_ type: TypeRef, of dict: Ref) -> Ref? {
    guard let view = makeObject(type, as: BtDictViewObject_.self) else { return nil }
    view.pointee.dict = newReference(dict)
    track(view.ref)
    return view.ref
}

func setUpDictViews() {
    setUp(
        BtDictKeys_Type_(), name: "dict_keys",
        iterate: { makeDictIterator(BtDictIterKey_Type_(), over: viewedDict($0!)) },
        reverse: { view, _ in makeDictIterator(BtDictRevIterKey_Type_(), over: viewedDict(view!)) },
        contains: { dictContains(viewedDict($0!), $1!) })
    setUp(
        BtDictItems_Type_(), name: "dict_items",
        iterate: { makeDictIterator(BtDictIterItem_Type_(), over: viewedDict($0!)) },
        reverse: { view, _ in makeDictIterator(BtDictRevIterItem_Type_(), over: viewedDict(view!)) },
        contains: { itemsContain($0!, $1!) })
    setUp(
        BtDictValues_Type_(), name: "dict_values",
        iterate: { makeDictIterator(BtDictIterValue_Type_(), over: viewedDict($0!)) },
        reverse: { view, _ in makeDictIterator(BtDictRevIterValue_Type_(), over: viewedDict(view!)) },
        contains: nil)
}

private func setUp(
    _ type: TypeRef, name: StaticString, iterate: @escaping getiterfunc, reverse: @escaping BtCFunction,
    contains: objobjproc?
) {
    type.pointee.tp_basicsize = MemoryLayout<BtDictViewObject_>.size
    type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_DISALLOW_INSTANTIATION
    type.pointee.tp_dealloc = { view in
        deallocating(view!, exactly: view!.type) {
            Bt_DECREF_(viewedDict(view!))
            freeObject(view!)
        }
    }
    type.pointee.tp_traverse = { visitField(viewedDict($0!), $1, $2) }
    type.pointee.tp_repr = { viewRepr($0!) }
    type.pointee.tp_iter = iterate
    type.pointee.tp_as_sequence = permanent(
        BtSequenceMethods.only(length: { dictCount(viewedDict($0!)) }, contains: contains))
    type.pointee.tp_getset = getsetTable([
        getset(
            "mapping", doc: "dictionary that this view refers to",
            get: { view, _ in BtDictProxy_New(viewedDict(view!)) })
    ])
    var methods = [method("__reversed__", BT_METH_NOARGS, doc: "Return a reverse iterator over the view.", reverse)]
    if contains != nil {
        type.pointee.tp_richcompare = { viewCompare($0!, $1!, $2) }
        type.pointee.tp_as_number = permanent(
            BtNumberMethods.only(
                subtract: { viewOperation($0!, $1!, setDifferenceUpdate) },
                and: { viewIntersection($0!, $1!) },
                xor: { viewOperation($0!, $1!, setSymmetricDifferenceUpdate) },
                or: { viewOperation($0!, $1!, setUpdate) }))
        methods.append(
            method(
                "isdisjoint", BT_METH_O, doc: "Return True if the view and the given iterable have a null intersection."
            ) {
                viewIsDisjoint($0!, $1!)
            })
    }
    type.pointee.tp_methods = methodTable(methods)
}

private func viewRepr(_ view: Ref) -> Ref? {
    let entered = Bt_ReprEnter(view)
    if entered != 0 { return entered > 0 ? BtUnicode_FromString(cString("...")) : nil }
    defer { Bt_ReprLeave(view) }
    guard let list = listOf(view) else { return nil }
    defer { Bt_DECREF_(list) }
    guard let writer = BtUnicodeWriter_Create(0) else { return nil }
    let name = view.type.pointee.tp_name
    guard BtUnicodeWriter_WriteUTF8(writer, name, -1) == 0, writeText(writer, "("),
        BtUnicodeWriter_WriteRepr(writer, list) == 0, writeText(writer, ")")
    else {
        BtUnicodeWriter_Discard(writer)
        return nil
    }
    return BtUnicodeWriter_Finish(writer)
}

private func itemsContain(_ view: Ref, _ pair: Ref) -> CInt {
    guard isTuple(pair), sizeField(pair) == 2 else { return 0 }
    var value: Ref?
    let found = BtDict_GetItemRef(viewedDict(view), _bt_tuple_items(pair)[0], &value)
    guard found > 0, let value else { return found }
    defer { Bt_DECREF_(value) }
    return BtObject_RichCompareBool(value, _bt_tuple_items(pair)[1], BT_EQ)
}

private func isSetLike(_ object: Ref) -> Bool {
    isAnySet(object) || object.type == BtDictKeys_Type_() || object.type == BtDictItems_Type_()
}

/// 1 if each item of `inner` is in `outer`, 0 if not, -1 with an exception set.
private func allContained(_ inner: Ref, in outer: Ref) -> CInt {
    guard let iterator = BtObject_GetIter(inner) else { return -1 }
    defer { Bt_DECREF_(iterator) }
    while let item = nextItem(iterator) {
        let there = BtSequence_Contains(outer, item)
        Bt_DECREF_(item)
        if there <= 0 { return there }
    }
    return errorOccurred() ? -1 : 1
}

private func viewCompare(_ view: Ref, _ other: Ref, _ operation: CInt) -> Ref? {
    guard isSetLike(other) else { return notImplementedRef }
    let count = dictCount(viewedDict(view))
    let otherCount = BtObject_Size(other)
    if otherCount < 0 { return nil }
    var result: CInt
    switch operation {
    case BT_EQ, BT_NE: result = count == otherCount ? allContained(view, in: other) : 0
    case BT_LT: result = count < otherCount ? allContained(view, in: other) : 0
    case BT_LE: result = count <= otherCount ? allContained(view, in: other) : 0
    case BT_GT: result = count > otherCount ? allContained(other, in: view) : 0
    default: result = count >= otherCount ? allContained(other, in: view) : 0
    }
    if result < 0 { return nil }
    if operation == BT_NE { result = 1 - result }
    return boolRef(result != 0)
}

/// A set of the left items, changed by the right ones.
private func viewOperation(_ left: Ref, _ right: Ref, _ update: SetUpdate) -> Ref? {
    guard let set = BtSet_New(left) else { return nil }
    if update(set, right) == 0 { return set }
    Bt_DECREF_(set)
    return nil
}

/// A set of what both have, with the items of the right side, of which a larger view is looked into.
private func viewIntersection(_ left: Ref, _ right: Ref) -> Ref? {
    func isView(_ object: Ref) -> Bool { object.type == BtDictKeys_Type_() || object.type == BtDictItems_Type_() }
    var (view, other) = isView(left) ? (left, right) : (right, left)
    let count = dictCount(viewedDict(view))
    if isView(other), dictCount(viewedDict(other)) > count { swap(&view, &other) }
    if isAnySet(other), count <= BtObject_Size(other) { swap(&view, &other) }
    guard let result = BtSet_New(nil) else { return nil }
    guard let iterator = BtObject_GetIter(other) else {
        Bt_DECREF_(result)
        return nil
    }
    defer { Bt_DECREF_(iterator) }
    while let item = nextItem(iterator) {
        let there = BtSequence_Contains(view, item)
        let status = there > 0 ? BtSet_Add(result, item) : there
        Bt_DECREF_(item)
        guard status >= 0 else { break }
    }
    if !errorOccurred() { return result }
    Bt_DECREF_(result)
    return nil
}

private func viewIsDisjoint(_ view: Ref, _ other: Ref) -> Ref? {
    guard let iterator = BtObject_GetIter(other) else { return nil }
    defer { Bt_DECREF_(iterator) }
    while let item = nextItem(iterator) {
        let there = BtSequence_Contains(view, item)
        Bt_DECREF_(item)
        if there < 0 { return nil }
        if there > 0 { return falseRef }
    }
    return errorOccurred() ? nil : trueRef
}
