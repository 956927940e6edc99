internal import CBaton

// object: the base of all types.

func setUpObject() {
    let type = BtBaseObject_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtObject>.size
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE
    type.pointee.tp_doc = cString(
        """
        object()
        --

        The base class of the class hierarchy.

        When called, it accepts no arguments and returns a new featureless
        instance that has no instance attributes and cannot be given any.

        """)
    type.pointee.tp_dealloc = { $0!.type.pointee.tp_free($0) }
    type.pointee.tp_repr = { objectRepr($0!) }
    // Who asks for the text checks what it is, and says so as of __str__.
    type.pointee.tp_str = { object in
        guard let repr = object!.type.pointee.tp_repr else { return BtObject_Repr(object) }
        return repr(object)
    }
    type.pointee.tp_hash = { Bt_HashPointer($0) }
    type.pointee.tp_richcompare = { objectCompare($0!, $1!, $2) }
    type.pointee.tp_getattro = BtObject_GenericGetAttr
    type.pointee.tp_setattro = BtObject_GenericSetAttr
    type.pointee.tp_init = { objectInit($0!, $1!, $2) }
    type.pointee.tp_alloc = BtType_GenericAlloc
    type.pointee.tp_new = { objectNew($0!, $1!, $2) }
    type.pointee.tp_free = BtObject_Free
    type.pointee.tp_methods = objectMethods()
    type.pointee.tp_getset = getsetTable([
        getset("__class__", doc: "the object's class", get: { `self`, _ in newReference(self!.type.ref) }) {
            `self`, value, _ in setClass(self!, value)
        }
    ])
}

private func objectRepr(_ object: Ref) -> Ref? {
    guard let name = typeFullName(object.type) else { return nil }
    return makeString("<\(name) object at \(address(of: object))>")
}

private func objectCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    switch operation {
    case BT_EQ:
        return left == right ? trueRef : notImplementedRef
    case BT_NE:
        // The opposite of equality, unless that is not defined.
        guard let compare = left.type.pointee.tp_richcompare else { return notImplementedRef }
        guard let result = compare(left, right, BT_EQ) else { return nil }
        if result == notImplementedRef { return result }
        defer { Bt_DECREF_(result) }
        let truth = BtObject_IsTrue(result)
        return truth < 0 ? nil : boolRef(truth == 0)
    default:
        return notImplementedRef
    }
}

private func hasArguments(_ args: Ref, _ kwargs: Ref?) -> Bool {
    BtTuple_GET_SIZE_(args) != 0 || kwargs.map { BtDict_GET_SIZE_($0) != 0 } ?? false
}

/// object() takes no arguments, but leaves those of a subclass to the one of tp_new and tp_init that it overrides.
private func objectInit(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    guard hasArguments(args, kwargs) else { return 0 }
    let type = object.type
    let base = BtBaseObject_Type_()
    if slotPointer(type.pointee.tp_init!) != slotPointer(base.pointee.tp_init!) {
        return raiseStatus(
            BtExc_TypeError, "object.__init__() takes exactly one argument (the instance to initialize)")
    }
    if type.pointee.tp_new.map(slotPointer) == slotPointer(base.pointee.tp_new!) {
        return raiseStatus(
            BtExc_TypeError,
            "\(typeShortOrFull(type)).__init__() takes exactly one argument (the instance to initialize)")
    }
    return 0
}

private func objectNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    if hasArguments(args, kwargs) {
        let base = BtBaseObject_Type_()
        if slotPointer(type.pointee.tp_new!) != slotPointer(base.pointee.tp_new!) {
            return raise(
                BtExc_TypeError, "object.__new__() takes exactly one argument (the type to instantiate)")
        }
        if slotPointer(type.pointee.tp_init!) == slotPointer(base.pointee.tp_init!) {
            return raise(BtExc_TypeError, "\(typeShortOrFull(type))() takes no arguments")
        }
    }
    if type.has(BT_TPFLAGS_IS_ABSTRACT) {
        return raiseAbstract(type)
    }
    return type.pointee.tp_alloc(type, 0)
}

/// Tell which methods keep a class from having instances.
private func raiseAbstract(_ type: TypeRef) -> Ref? {
    guard let names = BtObject_GetAttr(type.ref, internedName("__abstractmethods__")) else { return nil }
    defer { Bt_DECREF_(names) }
    guard let sorted = BtSequence_List(names) else { return nil }
    defer { Bt_DECREF_(sorted) }
    guard BtList_Sort(sorted) == 0 else { return nil }
    let count = BtList_GET_SIZE_(sorted)
    let shown = (0..<count).map { "'\(strText(BtList_GET_ITEM_(sorted, $0)))'" }.joined(separator: ", ")
    return raise(
        BtExc_TypeError,
        "Can't instantiate abstract class \(typeShortName(type)) without an implementation for abstract "
            + "method\(count == 1 ? "" : "s") \(shown)")
}

private func typeShortOrFull(_ type: TypeRef) -> String { typeName(of: type) }

private func objectMethods() -> UnsafeMutablePointer<BtMethodDef> {
    methodTable([
        method(
            "__format__", BT_METH_O,
            doc: """
                __format__($self, format_spec, /)
                --

                Default object formatter.

                Return str(self) if format_spec is empty. Raise TypeError otherwise.
                """
        ) { objectFormat($0!, $1!) },
        method(
            "__sizeof__", BT_METH_NOARGS,
            doc: "__sizeof__($self, /)\n--\n\nSize of object in memory, in bytes."
        ) { `self`, _ in
            let type = self!.type
            let items = type.pointee.tp_itemsize > 0 ? abs(self!.as(BtVarObject.self).pointee.ob_size) : 0
            return BtLong_FromSsize_t(type.pointee.tp_basicsize + items * type.pointee.tp_itemsize)
        },
        method("__dir__", BT_METH_NOARGS, doc: "__dir__($self, /)\n--\n\nDefault dir() implementation.") { `self`, _ in
            objectDir(self!)
        },
        method(
            "__init_subclass__", BT_METH_CLASS | BT_METH_NOARGS,
            doc: "This method is called when a class is subclassed."
        ) { _, _ in noneRef },
        method(
            "__subclasshook__", BT_METH_CLASS | BT_METH_VARARGS,
            doc: "Abstract classes can override this to customize issubclass()."
        ) { _, _ in notImplementedRef },
    ])
}

private func objectFormat(_ object: Ref, _ specification: Ref) -> Ref? {
    guard isStr(specification) else {
        return raise(BtExc_TypeError, "__format__() argument must be str, not \(typeName(specification))")
    }
    if BtUnicode_GET_LENGTH_(specification) > 0 {
        return raise(BtExc_TypeError, "unsupported format string passed to \(typeName(object)).__format__")
    }
    return BtObject_Str(object)
}

private func objectDir(_ object: Ref) -> Ref? {
    guard let names = BtDict_New() else { return nil }
    defer { Bt_DECREF_(names) }
    for base in typeArray(object.type.pointee.tp_mro).reversed() {
        if let dict = base.pointee.tp_dict, BtDict_Update(names, dict) < 0 { return nil }
    }
    var own: Ref?
    if BtObject_GetOptionalAttr(object, internedName("__dict__"), &own) < 0 { return nil }
    defer { release(own) }
    if let own, isDict(own), BtDict_Update(names, own) < 0 { return nil }
    return BtDict_Keys(names)
}
