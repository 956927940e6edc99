internal import CBaton
internal import CBaton.Host

// Builtin functions on attributes, types and identity.

var builtinAttributeFunctions: [BtMethodDef] {
    [
        fastMethod("getattr", doc: "Get a named attribute from an object.") { _, args, nargs in
            guard checkCount("getattr", nargs, 2...3), let name = attributeName("getattr", args![1]!) else {
                return nil
            }
            guard nargs > 2 else { return BtObject_GetAttr(args![0], name) }
            var value: Ref?
            if BtObject_GetOptionalAttr(args![0], name, &value) < 0 { return nil }
            return value ?? newReference(args![2]!)
        },
        fastMethod("setattr", doc: "Sets the named attribute on the given object to the specified value.") {
            _, args, nargs in
            guard checkCount("setattr", nargs, 3...3), let name = attributeName("setattr", args![1]!) else {
                return nil
            }
            return BtObject_SetAttr(args![0], name, args![2]) < 0 ? nil : noneRef
        },
        fastMethod("delattr", doc: "Deletes the named attribute from the given object.") { _, args, nargs in
            guard checkCount("delattr", nargs, 2...2), let name = attributeName("delattr", args![1]!) else {
                return nil
            }
            return BtObject_DelAttr(args![0], name) < 0 ? nil : noneRef
        },
        fastMethod("hasattr", doc: "Return whether the object has an attribute with the given name.") {
            _, args, nargs in
            guard checkCount("hasattr", nargs, 2...2), let name = attributeName("hasattr", args![1]!) else {
                return nil
            }
            let found = BtObject_HasAttrWithError(args![0], name)
            return found < 0 ? nil : boolRef(found > 0)
        },
        fastMethod("isinstance", doc: "Return whether an object is an instance of a class or of a subclass thereof.") {
            _, args, nargs in
            guard checkCount("isinstance", nargs, 2...2) else { return nil }
            let result = BtObject_IsInstance(args![0], args![1])
            return result < 0 ? nil : boolRef(result > 0)
        },
        fastMethod("issubclass", doc: "Return whether 'cls' is derived from another class or is the same class.") {
            _, args, nargs in
            guard checkCount("issubclass", nargs, 2...2) else { return nil }
            let result = BtObject_IsSubclass(args![0], args![1])
            return result < 0 ? nil : boolRef(result > 0)
        },
        method("callable", BT_METH_O, doc: "Return whether the object is callable (i.e., some kind of function).") {
            boolRef(BtCallable_Check($1) != 0)
        },
        method("id", BT_METH_O, doc: "Return the identity of an object.") { objectID($1!) },
        method("hash", BT_METH_O, doc: "Return the hash value for the given object.") { _, object in
            let hash = BtObject_Hash(object)
            return hash == -1 ? nil : makeInt(hash)
        },
    ]
}

private func attributeName(_ function: StaticString, _ name: Ref) -> Ref? {
    if isStr(name) { return name }
    return raise(BtExc_TypeError, "attribute name must be string, not '\(typeName(name))'")
}

/// The id of an object. Two equal ints that registers hold tagged are one object, so theirs derives from the value: above
/// every address, so that no other object has it.
func objectID(_ object: Ref) -> Ref? {
    if object.type == BtLong_Type_(), let value = fitting(object), value.magnitude < 1 << 62 {
        guard let base = makeInt(unsigned: 1 << 63), let offset = makeInt(value &* 16) else { return nil }
        return combine(base, offset, BtNumber_Add)
    }
    return makeInt(unsigned: UInt(bitPattern: object))
}
