internal import CBaton
internal import CBaton.Host
internal import Glibc

// The module `struct`: values as bytes by a format. `first` of a Struct is the format as bytes, `second` as it was given.

func makeStruct() -> Ref? {
    makeNativeModule("struct", doc: "Functions to convert between Python values and C structs.", structFunctions) {
        module in
        _bt_host_modules.struct_error = BtErr_NewException(cString("struct.error"), nil, nil)
        _bt_host_modules.unpack_iterator_type = makeNativeType("_struct.unpack_iterator") { type in
            setUpIteratorRecord(type, next: { unpackNext($0!.record) })
        }
        let type = makeNativeType("_struct.Struct") { type in
            setUpRecord(type, doc: "Struct(fmt) --> compiled struct object")
            type.pointee.tp_new = { structNew($0!, $1!, $2) }
            type.pointee.tp_methods = methodTable(structMethods)
            type.pointee.tp_repr = { object in makeString("Struct(\(reprText(object!.record.pointee.second)))") }
            type.pointee.tp_getset = getsetTable([
                getset("format", get: { `self`, _ in newReference(self!.record.pointee.second) }),
                getset("size", get: { `self`, _ in layout(self!.record.pointee.first).flatMap { makeInt($0.size) } }),
            ])
        }
        return _bt_host_modules.struct_error != nil && _bt_host_modules.unpack_iterator_type != nil
            && add(module, "Struct", type.map { newReference($0.ref) })
            && add(module, "error", newReference(_bt_host_modules.struct_error))
    }
}

private var structError: Ref { _bt_host_modules.struct_error }

/// A format that is a str or bytes. Nil with an exception set.
private func layout(_ format: Ref) -> StructLayout? {
    if isStr(format) {
        guard let text = utf8(format) else { return nil }
        return StructLayout(Array(UnsafeRawBufferPointer(start: text.bytes, count: text.count)), error: structError)
    }
    guard isBytes(format) else {
        return raise(BtExc_TypeError, "Struct() argument 1 must be a str or bytes object, not \(typeName(format))")
    }
    let bytes = UnsafeRawBufferPointer(start: BtBytes_AsString(format), count: BtBytes_Size(format))
    return StructLayout(Array(bytes), error: structError)
}

private let structParameters = MethodParameters("Struct", "format", required: 1)

private func structNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    unpacked(structParameters, args, kwargs, failed: nil) { slots in
        guard layout(slots[0]!) != nil else { return nil }
        return iterationRecord(type, first: newReference(slots[0]!), second: newReference(slots[0]!))
    }
}

/// What a function of the module does once its format is known; `rest` are the arguments behind the format.
private func withLayout(
    _ name: StaticString, _ args: UnsafePointer<Ref?>?, _ nargs: Int, atLeast least: Int,
    _ body: (StructLayout, UnsafePointer<Ref?>, Int) -> Ref?
) -> Ref? {
    guard nargs > least else {
        return raise(BtExc_TypeError, "\(name) expected at least \(least + 1) arguments, got \(nargs)")
    }
    guard let layout = layout(args![0]!) else { return nil }
    return body(layout, args! + 1, nargs - 1)
}

private let bufferParameters = MethodParameters("unpack_from", "format", "buffer", "offset", required: 2)
private let methodBufferParameters = MethodParameters("unpack_from", "buffer", "offset", required: 1)

private var structFunctions: [BtMethodDef] {
    [
        method("calcsize", BT_METH_O) { _, format in layout(format!).flatMap { makeInt($0.size) } },
        fastMethod("pack") { _, args, nargs in withLayout("pack", args, nargs, atLeast: 0, pack) },
        fastMethod("pack_into") { _, args, nargs in withLayout("pack_into", args, nargs, atLeast: 2, packInto) },
        fastMethod("unpack") { _, args, nargs in
            withLayout("unpack", args, nargs, atLeast: 1) { layout, rest, _ in unpack(layout, rest[0]!) }
        },
        fastKeywordMethod("unpack_from") { _, args, nargs, kwnames in
            unpacked(bufferParameters, args, nargs, kwnames) { slots in
                layout(slots[0]!).flatMap { unpackFrom($0, slots[1]!, slots[2]) }
            }
        },
        fastMethod("iter_unpack") { _, args, nargs in
            guard checkCount("iter_unpack", nargs, 2...2) else { return nil }
            return iterate(args![0]!, args![1]!)
        },
        method("_clearcache", BT_METH_NOARGS) { _, _ in noneRef },
    ]
}

private var structMethods: [BtMethodDef] {
    [
        fastMethod("pack") { `self`, args, nargs in
            layout(self!.record.pointee.first).flatMap { packRow($0, args, nargs) }
        },
        fastMethod("pack_into") { `self`, args, nargs in
            guard nargs >= 2 else {
                return raise(BtExc_TypeError, "pack_into expected buffer and offset arguments")
            }
            return layout(self!.record.pointee.first).flatMap { packInto($0, args!, nargs) }
        },
        method("unpack", BT_METH_O) { `self`, buffer in
            layout(self!.record.pointee.first).flatMap { unpack($0, buffer!) }
        },
        fastKeywordMethod("unpack_from") { `self`, args, nargs, kwnames in
            unpacked(methodBufferParameters, args, nargs, kwnames) { slots in
                layout(self!.record.pointee.first).flatMap { unpackFrom($0, slots[0]!, slots[1]) }
            }
        },
        method("iter_unpack", BT_METH_O) { iterate($0!.record.pointee.first, $1!) },
    ]
}

private func pack(_ layout: StructLayout, _ values: UnsafePointer<Ref?>, _ count: Int) -> Ref? {
    packRow(layout, values, count)
}

private func packRow(_ layout: StructLayout, _ values: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard checkValues("pack", layout, count) else { return nil }
    return Bytes.make(layout.size) { target in
        memset(target, 0, layout.size)
        return writeStruct(layout, values, target)
    }
}

private func checkValues(_ name: StaticString, _ layout: StructLayout, _ count: Int) -> Bool {
    guard layout.values != count else { return true }
    return raiseStatus(structError, "\(name) expected \(layout.values) items for packing (got \(count))") == 0
}

private func packInto(_ layout: StructLayout, _ rest: UnsafePointer<Ref?>, _ count: Int) -> Ref? {
    guard checkValues("pack_into", layout, count - 2) else { return nil }
    var view = Bt_buffer()
    guard BtObject_GetBuffer(rest[0], &view, CInt(BtBUF_WRITABLE)) == 0 else { return nil }
    defer { BtBuffer_Release(&view) }
    guard let given = sizeArgument(rest[1]!) else { return nil }
    guard let offset = place(layout, given, view.len, "pack_into", "packing") else { return nil }
    let target = (view.buf + offset).assumingMemoryBound(to: UInt8.self)
    memset(target, 0, layout.size)
    return writeStruct(layout, rest + 2, target) ? noneRef : nil
}

/// An offset within a buffer that leaves room. Nil with struct.error set.
private func place(
    _ layout: StructLayout, _ given: Int, _ length: Int, _ function: StaticString, _ doing: StaticString
) -> Int? {
    var offset = given
    if offset < 0 {
        if offset + layout.size > 0 {
            return raise(
                structError,
                "not enough data to \("\(doing)" == "packing" ? "pack" : "unpack") \(layout.size) bytes at offset \(given)"
            )
        }
        offset += length
        if offset < 0 { return raise(structError, "offset \(given) out of range for \(length)-byte buffer") }
    }
    guard length - offset >= layout.size else {
        return raise(
            structError,
            "\(function) requires a buffer of at least \(offset + layout.size) bytes for \(doing) \(layout.size) bytes "
                + "at offset \(given) (actual buffer size is \(length))")
    }
    return offset
}

private func unpack(_ layout: StructLayout, _ buffer: Ref) -> Ref? {
    withBytes(of: buffer) { bytes, size -> Ref? in
        guard size == layout.size else {
            return raise(structError, "unpack requires a buffer of \(layout.size) bytes")
        }
        return readStruct(layout, bytes.assumingMemoryBound(to: UInt8.self))
    } ?? nil
}

private func unpackFrom(_ layout: StructLayout, _ buffer: Ref, _ offset: Ref?) -> Ref? {
    guard let given = offset.map(sizeArgument) ?? 0 else { return nil }
    return withBytes(of: buffer) { bytes, size -> Ref? in
        guard let start = place(layout, given, size, "unpack_from", "unpacking") else { return nil }
        return readStruct(layout, bytes.assumingMemoryBound(to: UInt8.self) + start)
    } ?? nil
}

/// An iterator: `first` is the format, `second` a memoryview of the buffer, `count` the next offset.
private func iterate(_ format: Ref, _ buffer: Ref) -> Ref? {
    guard let layout = layout(format) else { return nil }
    guard layout.size > 0 else {
        return raise(structError, "cannot iteratively unpack with a struct of length 0")
    }
    guard let size = withBytes(of: buffer, { $1 }) else { return nil }
    guard size % layout.size == 0 else {
        return raise(structError, "iterative unpacking requires a buffer of a multiple of \(layout.size) bytes")
    }
    guard let view = BtMemoryView_FromObject(buffer) else { return nil }
    return iterationRecord(
        _bt_host_modules.unpack_iterator_type, first: newReference(format), second: view, limit: size)
}

private func unpackNext(_ record: RecordRef) -> Ref? {
    guard record.pointee.count < record.pointee.limit, let layout = layout(record.pointee.first) else { return nil }
    let start = record.pointee.count
    record.pointee.count += layout.size
    return withBytes(of: record.pointee.second) { bytes, _ in
        readStruct(layout, bytes.assumingMemoryBound(to: UInt8.self) + start)
    } ?? nil
}
