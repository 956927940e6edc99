internal import CBaton
internal import CBaton.Host
internal import Glibc

// _SimpleCData: a number, a character or a plain pointer in C's memory.

func setUpSimple(_ type: TypeRef) {
    type.pointee.tp_doc = cString("A single value of the C type that `_type_` names.")
    type.pointee.tp_new = { type, _, _ in newForeign(type!)?.ref }
    type.pointee.tp_init = { simpleInit($0!, $1!, $2) }
    type.pointee.tp_repr = { simpleRepr($0!) }
    type.pointee.tp_as_number = permanent(simpleNumbers())
    type.pointee.tp_getset = getsetTable([
        getset(
            "value", doc: "current value", get: { `self`, _ in readSimple(self!.foreignLayout, self!.foreign.bytes) },
            set: { `self`, value, _ in setSimple(self!, value) })
    ])
    type.pointee.tp_methods = methodTable([
        method("__ctypes_from_outparam__", BT_METH_NOARGS) { `self`, _ in
            let layout = self!.foreignLayout
            return layout.pointee.is_plain != 0 ? readSimple(layout, self!.foreign.bytes) : newReference(self!)
        }
    ])
}

private func simpleNumbers() -> BtNumberMethods {
    var table = BtNumberMethods()
    table.nb_bool = { object in
        let data = object!.foreign
        for index in 0..<data.pointee.size where data.pointee.memory[index] != 0 { return 1 }
        return 0
    }
    return table
}

private func setSimple(_ object: Ref, _ value: Ref?) -> CInt {
    guard let value else { return raiseStatus(BtExc_TypeError, "can't delete attribute") }
    guard let kept = writeSimple(object.foreignLayout, object.foreign.bytes, value) else { return -1 }
    return kept == noneRef || keep(object.foreign, 0, kept) ? 0 : -1
}

private func simpleInit(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    let count = BtTuple_GET_SIZE_(args)
    guard count <= 1 else {
        return raiseStatus(BtExc_TypeError, "__init__ expected at most 1 argument, got \(count)")
    }
    return count == 0 ? 0 : setSimple(object, argument(args, 0))
}

private func simpleRepr(_ object: Ref) -> Ref? {
    guard object.foreignLayout.pointee.is_plain != 0 else {
        return makeString("<\(typeShortName(object.type)) object at \(addressText(object))>")
    }
    guard let value = readSimple(object.foreignLayout, object.foreign.bytes) else {
        guard object.foreignLayout.pointee.code == UInt8(ascii: "O") else { return nil }
        BtErr_Clear()
        return makeString("\(typeShortName(object.type))(<NULL>)")
    }
    defer { Bt_DECREF_(value) }
    guard let text = BtObject_Repr(value) else { return nil }
    defer { Bt_DECREF_(text) }
    return makeString("\(typeShortName(object.type))(\(swiftString(text)))")
}

/// An address as `%p` writes it.
func addressText(_ pointer: UnsafeRawPointer) -> String { "0x" + String(UInt(bitPattern: pointer), radix: 16) }
