internal import CBaton
internal import CBaton.Host
internal import Glibc

/// str(object=''), str(bytes, encoding, errors), and the same of a type that derives from str.
func newText(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    let count = BtTuple_GET_SIZE_(args)
    if count > 3, type == BtUnicode_Type_(), (kwargs.map { BtDict_GET_SIZE_($0) } ?? 0) == 0 {
        return raise(BtExc_TypeError, "str expected at most 3 arguments, got \(count)")
    }
    let made = withArguments(
        _bt_str_new_parser_(), _bt_tuple_items(args), BtTuple_GET_SIZE_(args), kwargs: kwargs, 0...3
    ) { arguments in
        guard let encoding = nameArgument("str", "encoding", arguments[1]),
            let errors = nameArgument("str", "errors", arguments[2])
        else { return nil }
        guard let object = arguments[0] else { return newText(count: 0, maximum: 0) }
        if encoding == nil, errors == nil { return BtObject_Str(object) }
        return BtUnicode_FromEncodedObject(object, encoding, errors)
    }
    guard let made, type != BtUnicode_Type_() else { return made }
    defer { Bt_DECREF_(made) }
    return newSubtypeText(type, TextView(made))
}

/// An instance of a type that derives from str, with its characters in memory of their own.
private func newSubtypeText(_ type: TypeRef, _ view: TextView) -> Ref? {
    guard let memory = BtMem_RawMalloc((view.count + 1) * view.kind) else { return raiseNoMemory() }
    guard let object = type.pointee.tp_alloc?(type, 0) else {
        BtMem_RawFree(memory)
        return nil
    }
    memcpy(memory, view.data, view.count * view.kind)
    memset(memory + view.count * view.kind, 0, view.kind)
    let text = object.as(BtUnicodeObject.self)
    text.pointee._base._base.length = view.count
    text.pointee._base._base.hash = -1
    text.pointee._base._base.kind = UInt8(view.kind)
    text.pointee._base._base.ascii = view.bits < 0x80 ? 1 : 0
    text.pointee._base._base.data_offset = 0
    text.pointee._base.utf8 = nil
    text.pointee._base.utf8_length = 0
    text.pointee.data = memory
    return object
}
