internal import CBaton
internal import CBaton.Host
internal import Glibc

// The module `_ctypes`: what the script `ctypes` is made of.

func makeForeignModule() -> Ref? {
    guard _bt_foreign.meta != nil || makeForeignTypes() else { return nil }
    return makeNativeModule(
        "_ctypes", doc: "Create and manipulate C compatible data types in Python.",
        foreignFunctions + libraryFunctions
    ) { module in
        _bt_foreign.pointer_types = BtDict_New()
        _bt_foreign.array_types = BtDict_New()
        guard let error = BtErr_NewException("ctypes.ArgumentError", nil, nil), let types = _bt_foreign.pointer_types,
            _bt_foreign.array_types != nil
        else { return false }
        _bt_foreign.argument_error = error
        let numbers: [(StaticString, Int)] = [
            ("FUNCFLAG_CDECL", Int(BT_FOREIGN_CALL_C)), ("FUNCFLAG_USE_ERRNO", Int(BT_FOREIGN_CALL_ERRNO)),
            ("FUNCFLAG_USE_LASTERROR", 16), ("FUNCFLAG_PYTHONAPI", Int(BT_FOREIGN_CALL_ATTACHED)),
            ("RTLD_LOCAL", Int(RTLD_LOCAL)), ("RTLD_GLOBAL", Int(RTLD_GLOBAL)),
            ("CTYPES_MAX_ARGCOUNT", maxForeignArguments), ("SIZEOF_TIME_T", MemoryLayout<time_t>.size),
            ("_memmove_addr", addressOf("memmove")), ("_memset_addr", addressOf("memset")),
        ]
        return numbers.allSatisfy { add(module, $0, makeInt($1)) } && add(module, "ArgumentError", newReference(error))
            && add(module, "_pointer_type_cache", newReference(types))
            && add(module, "__version__", makeString("1.1.0"))
            && [
                _bt_foreign.structure, _bt_foreign.union_, _bt_foreign.pointer, _bt_foreign.array, _bt_foreign.simple,
                _bt_foreign.function,
            ].allSatisfy { add(module, $0) }
    }
}

private func addressOf(_ name: StaticString) -> Int { Int(bitPattern: dlsym(nil, cString(name))) }

private var foreignFunctions: [BtMethodDef] {
    [
        method("sizeof", BT_METH_O, doc: "Return the size in bytes of a C instance.") { _, object in sizeOf(object!) },
        method("alignment", BT_METH_O, doc: "Return the alignment requirements of a C instance.") { _, object in
            alignmentOf(object!)
        },
        fastMethod("byref", doc: "Return a pointer lookalike to a C instance, only usable as function argument.") {
            _, args, count in byReference(args, count)
        },
        method("addressof", BT_METH_O, doc: "Return the address of the C instance internal buffer.") { _, object in
            guard isForeign(object!), ownLayout(object!.type) != nil else {
                return raise(BtExc_TypeError, "invalid type")
            }
            return BtLong_FromVoidPtr(object!.foreign.bytes)
        },
        method("POINTER", BT_METH_O, doc: "Create and return a new ctypes pointer type.") { _, type in
            pointerType(to: type!)
        },
        method("pointer", BT_METH_O, doc: "Create a new pointer instance, pointing to an object.") { _, object in
            guard let type = pointerType(to: object!.type.ref) else { return nil }
            defer { Bt_DECREF_(type) }
            return BtObject_CallOneArg(type, object)
        },
        fastMethod("resize", doc: "Resize the memory buffer of a ctypes instance.") { _, args, count in
            guard _BtArg_CheckPositional(cString("resize"), count, 2, 2) != 0, let size = sizeArgument(args![1]!) else {
                return nil
            }
            return resizeForeign(args![0]!, size)
        },
        method("get_errno", BT_METH_NOARGS) { _, _ in makeInt(Int(_bt_foreign_errno().pointee)) },
        method("set_errno", BT_METH_O) { _, value in
            guard let number = cInt(value!) else { return nil }
            let old = _bt_foreign_errno().pointee
            _bt_foreign_errno().pointee = number
            return makeInt(Int(old))
        },
        method("buffer_info", BT_METH_O, doc: "Return buffer interface information") { _, object in bufferInfo(object!)
        },
        fastMethod("_cast", doc: "_cast(object, type, c_void_p)") { _, args, count in
            guard _BtArg_CheckPositional(cString("_cast"), count, 3, 3) != 0 else { return nil }
            return castForeign(args![0]!, args![1]!, args![2]!)
        },
        fastMethod("_string_at", doc: "_string_at(pointer, size, c_void_p)") { _, args, count in
            textAt(args, count) { text, size in
                let bytes = text.assumingMemoryBound(to: CChar.self)
                return BtBytes_FromStringAndSize(bytes, size < 0 ? strlen(bytes) : size)
            }
        },
        fastMethod("_wstring_at", doc: "_wstring_at(pointer, size, c_void_p)") { _, args, count in
            textAt(args, count) { text, size in
                BtUnicode_FromWideChar(text.assumingMemoryBound(to: wchar_t.self), size < 0 ? -1 : size)
            }
        },
        method("_figures", BT_METH_NOARGS, doc: "What has been counted of foreign calls.") { _, _ in foreignFigures() },
        method("_check_release", BT_METH_O, doc: "Raise if this is no release policy.") { _, value in
            policyNamed(value) == nil ? nil : noneRef
        },
    ]
}

private func sizeOf(_ object: Ref) -> Ref? {
    if let layout = foreignLayout(of: object) { return makeInt(layout.pointee.size) }
    if isForeign(object), ownLayout(object.type) != nil { return makeInt(object.foreign.pointee.size) }
    return raise(BtExc_TypeError, "this type has no size")
}

private func alignmentOf(_ object: Ref) -> Ref? {
    if let layout = foreignLayout(of: object) ?? foreignLayout(of: object.type.ref) {
        return makeInt(layout.pointee.alignment)
    }
    return raise(BtExc_TypeError, "no alignment info")
}

private func bufferInfo(_ object: Ref) -> Ref? {
    guard let layout = foreignLayout(of: object) ?? foreignLayout(of: object.type.ref) else {
        return raise(BtExc_TypeError, "not a ctypes type or object")
    }
    guard let shape = BtTuple_New(Int(layout.pointee.dimensions)) else { return nil }
    for index in 0..<Int(layout.pointee.dimensions) {
        BtTuple_SET_ITEM_(shape, index, makeInt(layout.pointee.shape[index]))
    }
    return tuple(taking: makeString(format(layout)), makeInt(Int(layout.pointee.dimensions)), shape)
}

/// The address that c_void_p makes of a value, while `body` runs. Nil with an exception set.
private func withAddress(_ value: Ref, _ voidPointer: Ref, _ body: (UnsafeMutableRawPointer?, Ref?) -> Ref?) -> Ref? {
    guard foreignLayout(of: voidPointer) != nil else { return badInternalCall() }
    return ArgumentSlots.with(1) { slots in
        slots.kept.initialize(to: nil)
        defer { slots.releaseKept(1) }
        guard passTyped(asType(voidPointer), value, 0, slots) else {
            return extendError(_bt_foreign.argument_error, "argument 1: ")
        }
        return body(UnsafeMutableRawPointer(bitPattern: UInt(slots.values[0].0)), slots.kept[0])
    }
}

private func textAt(
    _ args: UnsafePointer<Ref?>?, _ count: Int, _ body: (UnsafeMutableRawPointer, Int) -> Ref?
) -> Ref? {
    guard _BtArg_CheckPositional(cString("string_at"), count, 3, 3) != 0 else { return nil }
    guard let size = sizeArgument(args![1]!) else {
        return extendError(_bt_foreign.argument_error, "argument 2: ")
    }
    return withAddress(args![0]!, args![2]!) { address, _ in
        guard let address else { return raise(BtExc_ValueError, "NULL pointer access") }
        return body(address, size)
    }
}

/// cast(): a pointer of another type to the same place.
private func castForeign(_ source: Ref, _ type: Ref, _ voidPointer: Ref) -> Ref? {
    withAddress(source, voidPointer) { address, made in
        guard let layout = foreignLayout(of: type) else {
            return raise(BtExc_TypeError, "cast() argument 2 must be a pointer type")
        }
        guard isPointerLike(layout) else {
            return raise(
                BtExc_TypeError, "cast() argument 2 must be a pointer type, not \(typeName(of: asType(type)))")
        }
        guard let result = BtObject_CallNoArgs(type) else { return nil }
        if isForeign(source) {
            guard shareKept(result, source) else {
                Bt_DECREF_(result)
                return nil
            }
        } else if let made {
            result.foreign.pointee.kept = newReference(made)
        } else if isBytes(source) {
            result.foreign.pointee.kept = newReference(source)
        }
        result.foreign.bytes.storeBytes(of: address, as: UnsafeMutableRawPointer?.self)
        return result
    }
}

private func isPointerLike(_ layout: LayoutRef) -> Bool {
    switch layout.kind {
    case BT_FOREIGN_POINTER, BT_FOREIGN_FUNCTION: true
    case BT_FOREIGN_SIMPLE: "sPzUZXO".utf8.contains(layout.pointee.code)
    default: false
    }
}

/// What the source keeps alive, and the source itself, live as long as the result.
private func shareKept(_ result: Ref, _ source: Ref) -> Bool {
    guard keptObjects(source.foreign) != nil else { return false }
    if source.foreign.pointee.kept == noneRef { source.foreign.pointee.kept = BtDict_New() }
    guard let kept = source.foreign.pointee.kept, kept.type == BtDict_Type_() else {
        result.foreign.pointee.kept = newReference(source)
        return true
    }
    result.foreign.pointee.kept = newReference(kept)
    guard let key = BtLong_FromVoidPtr(source) else { return false }
    defer { Bt_DECREF_(key) }
    return BtDict_SetItem(kept, key, source) >= 0
}
