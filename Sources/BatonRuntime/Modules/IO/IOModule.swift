internal import CBaton
internal import CBaton.Host

// The module `_io`: the streams that the module io gives on.

/// The module: a new reference, made at the first use.
func nativeIO() -> Ref? { importModule(internedName("_io")) }

func makeIO() -> Ref? {
    makeNativeModule("_io", doc: "Streams.", [openMethod]) { module in
        guard makeIOTypes() else { return false }
        let types = [
            _bt_io.file, _bt_io.reader, _bt_io.writer, _bt_io.random, _bt_io.text, _bt_io.bytes, _bt_io.string,
        ]
        let bases: [(StaticString, TypeRef?)] = [
            ("IOBase", _bt_io.base), ("RawIOBase", _bt_io.raw), ("BufferedIOBase", _bt_io.buffered_base),
            ("TextIOBase", _bt_io.text_base),
        ]
        return types.allSatisfy { add(module, $0) }
            && bases.allSatisfy { name, type in add(module, name, type.map { newReference($0.ref) }) }
            && add(module, "UnsupportedOperation", newReference(_bt_io.unsupported))
            && add(module, "DEFAULT_BUFFER_SIZE", makeInt(defaultBufferSize))
            && add(module, "SEEK_SET", makeInt(0)) && add(module, "SEEK_CUR", makeInt(1))
            && add(module, "SEEK_END", makeInt(2))
    }
}

/// Make the types, once in a process.
private func makeIOTypes() -> Bool {
    if _bt_io.string != nil { return true }
    guard let bases = makeTuple(BtExc_OSError, BtExc_ValueError) else { return false }
    defer { Bt_DECREF_(bases) }
    _bt_io.unsupported = BtErr_NewException(cString("io.UnsupportedOperation"), bases, nil)
    return _bt_io.unsupported != nil && makeStreamBases() && makeFileType() && makeBufferedTypes()
        && makeTextFileType() && makeBytesFileType() && makeBytesFileBufferType() && makeStringFileType()
}
