internal import CBaton
internal import CBaton.Host

// mappingproxy: a read-only face of a mapping. It asks the mapping for everything.

/// The mapping behind a proxy.
@inline(__always)
private func proxied(_ proxy: Ref) -> Ref { proxy.as(BtDictProxyObject_.self).pointee.mapping }

func makeDictProxy(_ mapping: Ref) -> Ref? {
    guard BtMapping_Check(mapping) != 0, !isList(mapping), !isTuple(mapping) else {
        return raise(BtExc_TypeError, "mappingproxy() argument must be a mapping, not \(typeName(mapping))")
    }
    guard let proxy = makeObject(BtDictProxy_Type_(), as: BtDictProxyObject_.self) else { return nil }
    proxy.pointee.mapping = newReference(mapping)
    track(proxy.ref)
    return proxy.ref
}

func setUpDictProxy() {
    let type = BtDictProxy_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtDictProxyObject_>.size
    type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_MAPPING
    type.pointee.tp_doc = cString("Read-only proxy of a mapping.")
    type.pointee.tp_dealloc = { proxy in
        deallocating(proxy!, exactly: BtDictProxy_Type_()) {
            Bt_DECREF_(proxied(proxy!))
            freeObject(proxy!)
        }
    }
    type.pointee.tp_traverse = { visitField(proxied($0!), $1, $2) }
    type.pointee.tp_new = { _, args, kwargs in
        guard let argument = optionalArgument("mappingproxy", args, kwargs) else { return nil }
        guard let argument else {
            return raise(BtExc_TypeError, "mappingproxy() missing required argument 'mapping' (pos 1)")
        }
        return makeDictProxy(argument)
    }
    type.pointee.tp_repr = { proxyRepr($0!) }
    type.pointee.tp_str = { BtObject_Str(proxied($0!)) }
    type.pointee.tp_hash = { BtObject_Hash(proxied($0!)) }
    type.pointee.tp_richcompare = { BtObject_RichCompare(proxied($0!), $1, $2) }
    type.pointee.tp_iter = { BtObject_GetIter(proxied($0!)) }
    type.pointee.tp_as_number = permanent(BtNumberMethods.only(or: { proxyUnion($0!, $1!) }))
    type.pointee.tp_as_sequence = permanent(
        BtSequenceMethods.only(contains: { BtSequence_Contains(proxied($0!), $1) }))
    type.pointee.tp_as_mapping = permanent(
        BtMappingMethods(
            mp_length: { BtObject_Size(proxied($0!)) },
            mp_subscript: { BtObject_GetItem(proxied($0!), $1) },
            mp_ass_subscript: nil))
    type.pointee.tp_methods = methodTable([
        fastMethod("get", doc: "Return the value for key if key is in the mapping, else default.") {
            proxy, args, count in
            guard _BtArg_CheckPositional(cString("get"), count, 1, 2) != 0 else { return nil }
            guard let name = BtUnicode_InternFromString(cString("get")) else { return nil }
            defer { Bt_DECREF_(name) }
            var row: (Ref?, Ref?, Ref?) = (proxied(proxy!), args![0], count > 1 ? args![1] : noneRef)
            return withUnsafeMutablePointer(to: &row) { row in
                // SAFETY: because a tuple of three references is laid out as three places in a row.
                UnsafeMutableRawPointer(row).withMemoryRebound(to: Ref?.self, capacity: 3) {
                    BtObject_VectorcallMethod(name, $0, 3, nil)
                }
            }
        },
        method("keys", BT_METH_NOARGS, doc: "a set-like object providing a view on the keys") { proxy, _ in
            callNamed(proxied(proxy!), "keys")
        },
        method("values", BT_METH_NOARGS, doc: "an object providing a view on the values") { proxy, _ in
            callNamed(proxied(proxy!), "values")
        },
        method("items", BT_METH_NOARGS, doc: "a set-like object providing a view on the items") { proxy, _ in
            callNamed(proxied(proxy!), "items")
        },
        method("copy", BT_METH_NOARGS, doc: "a shallow copy of the mapping") { proxy, _ in
            callNamed(proxied(proxy!), "copy")
        },
        method("__reversed__", BT_METH_NOARGS, doc: "a reverse iterator over the keys") { proxy, _ in
            callNamed(proxied(proxy!), "__reversed__")
        },
    ])
}

/// Call a method without arguments.
func callNamed(_ object: Ref, _ method: StaticString) -> Ref? {
    guard let name = BtUnicode_InternFromString(cString(method)) else { return nil }
    defer { Bt_DECREF_(name) }
    return BtObject_CallMethodNoArgs(object, name)
}

private func proxyRepr(_ proxy: Ref) -> Ref? {
    guard let writer = BtUnicodeWriter_Create(0) else { return nil }
    guard writeText(writer, "mappingproxy("), BtUnicodeWriter_WriteRepr(writer, proxied(proxy)) == 0,
        writeText(writer, ")")
    else {
        BtUnicodeWriter_Discard(writer)
        return nil
    }
    return BtUnicodeWriter_Finish(writer)
}

private func proxyUnion(_ left: Ref, _ right: Ref) -> Ref? {
    let type = BtDictProxy_Type_()
    return BtNumber_Or(left.type == type ? proxied(left) : left, right.type == type ? proxied(right) : right)
}
