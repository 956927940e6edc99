public import CBaton
internal import CBaton.Host
internal import Glibc

// The C face of making text piecewise, told in baton/unicode_writer.h. A BtUnicodeWriter is a TextBuilder in memory of
// its own.

private typealias WriterMemory = UnsafeMutablePointer<TextBuilder>

private func builder(_ writer: OpaquePointer) -> WriterMemory {
    // SAFETY: because BtUnicodeWriter_Create made the pointer of one.
    WriterMemory(writer)
}

/// Run an append; where it fails the text is as it was before.
private func write(_ writer: OpaquePointer?, _ append: (inout TextBuilder) -> Bool) -> CInt {
    guard let writer else { return badInternalCallStatus() }
    let memory = builder(writer)
    let count = memory.pointee.count
    if append(&memory.pointee) {
        if !memory.pointee.failed { return 0 }
        BtErr_NoMemory()
    }
    memory.pointee.truncate(count)
    return -1
}

@c @implementation public func BtUnicodeWriter_Create(_ length: Int) -> OpaquePointer! {
    guard length >= 0 else { return raise(BtExc_ValueError, "length must be positive") }
    guard let memory = BtMem_RawMalloc(MemoryLayout<TextBuilder>.size) else { return raiseNoMemory() }
    let writer = memory.bindMemory(to: TextBuilder.self, capacity: 1)
    writer.initialize(to: TextBuilder())
    guard length == 0 || writer.pointee.reserve(length) else {
        BtUnicodeWriter_Discard(OpaquePointer(writer))
        return raiseNoMemory()
    }
    return OpaquePointer(writer)
}

@c @implementation public func BtUnicodeWriter_Finish(_ writer: OpaquePointer!) -> Ref! {
    guard let writer else { return badInternalCall() }
    let memory = builder(writer)
    let text = memory.move().finish()
    BtMem_RawFree(memory)
    return text
}

@c @implementation public func BtUnicodeWriter_Discard(_ writer: OpaquePointer!) {
    guard let writer else { return }
    builder(writer).deinitialize(count: 1)
    BtMem_RawFree(UnsafeMutableRawPointer(writer))
}

@c @implementation public func BtUnicodeWriter_WriteChar(_ writer: OpaquePointer!, _ character: UInt32) -> CInt {
    guard character <= 0x10_FFFF else {
        return raiseStatus(BtExc_ValueError, "character must be in range(0x110000)")
    }
    return write(writer) {
        $0.append(character)
        return true
    }
}

@c @implementation public func BtUnicodeWriter_WriteUTF8(
    _ writer: OpaquePointer!, _ utf8: UnsafePointer<CChar>!, _ size: Int
) -> CInt {
    guard let utf8 else { return badInternalCallStatus() }
    let count = size < 0 ? strlen(utf8) : size
    return write(writer) { decodeUTF8(unsignedBytes(utf8), count, errors: nil, consumed: nil, into: &$0) }
}

@c @implementation public func BtUnicodeWriter_WriteASCII(
    _ writer: OpaquePointer!, _ ascii: UnsafePointer<CChar>!, _ size: Int
) -> CInt {
    guard let ascii else { return badInternalCallStatus() }
    let count = size < 0 ? strlen(ascii) : size
    return write(writer) {
        let bytes = unsignedBytes(ascii)
        guard asciiPrefix(bytes, count) == count else { return badInternalCallStatus() == 0 }
        $0.append(ascii: bytes, count)
        return true
    }
}

/// Append code points from outside, which may be too large. False: an exception is set.
private func append(_ scalars: TextView, to builder: inout TextBuilder) -> Bool {
    for index in 0..<scalars.count where scalars[index] > 0x10_FFFF {
        return raiseStatus(BtExc_ValueError, "character must be in range(0x110000)") == 0
    }
    builder.append(scalars)
    return true
}

@c @implementation public func BtUnicodeWriter_WriteWideChar(
    _ writer: OpaquePointer!, _ text: UnsafePointer<wchar_t>!, _ size: Int
) -> CInt {
    guard let text else { return badInternalCallStatus() }
    let count = size < 0 ? wcslen(text) : size
    return write(writer) {
        append(TextView(data: UnsafeMutableRawPointer(mutating: text), kind: 4, count: count), to: &$0)
    }
}

@c @implementation public func BtUnicodeWriter_WriteUCS4(
    _ writer: OpaquePointer!, _ text: UnsafePointer<UInt32>!, _ size: Int
) -> CInt {
    guard size >= 0 else { return raiseStatus(BtExc_ValueError, "size must be positive") }
    guard let text else { return size == 0 ? 0 : badInternalCallStatus() }
    return write(writer) {
        append(TextView(data: UnsafeMutableRawPointer(mutating: text), kind: 4, count: size), to: &$0)
    }
}

/// Append a str and drop it; nil means that an exception is set.
private func write(_ writer: OpaquePointer?, taking text: Ref?) -> CInt {
    guard let text else { return -1 }
    defer { Bt_DECREF_(text) }
    return write(writer) {
        $0.append(text: text)
        return true
    }
}

@c @implementation public func BtUnicodeWriter_WriteStr(_ writer: OpaquePointer!, _ object: Ref!) -> CInt {
    write(writer, taking: BtObject_Str(object))
}

@c @implementation public func BtUnicodeWriter_WriteRepr(_ writer: OpaquePointer!, _ object: Ref!) -> CInt {
    guard let object else { return BtUnicodeWriter_WriteASCII(writer, cString("<NULL>"), 6) }
    return write(writer, taking: BtObject_Repr(object))
}

@c @implementation public func BtUnicodeWriter_WriteSubstring(
    _ writer: OpaquePointer!, _ text: Ref!, _ start: Int, _ end: Int
) -> CInt {
    guard let text, isStr(text) else {
        let name = text.map { typeName($0) } ?? "NULL"
        return raiseStatus(BtExc_TypeError, "expect str, not \(name)")
    }
    let view = TextView(text)
    guard start >= 0, start <= end else {
        return raiseStatus(BtExc_ValueError, start < 0 ? "start must be positive" : "end must be greater than start")
    }
    guard end <= view.count else { return raiseStatus(BtExc_ValueError, "end is too large") }
    return write(writer) {
        $0.append(view.part(start, end))
        return true
    }
}

@c @implementation public func _bt_unicode_writer_format(
    _ writer: OpaquePointer!, _ format: UnsafePointer<CChar>!, _ arguments: OpaquePointer!
) -> CInt {
    guard let format else { return badInternalCallStatus() }
    return write(writer) { appendFormat(format, arguments, to: &$0) }
}

@c @implementation public func BtUnicodeWriter_DecodeUTF8Stateful(
    _ writer: OpaquePointer!, _ utf8: UnsafePointer<CChar>!, _ size: Int, _ errors: UnsafePointer<CChar>!,
    _ consumed: UnsafeMutablePointer<Int>!
) -> CInt {
    guard let utf8 else { return badInternalCallStatus() }
    let count = size < 0 ? strlen(utf8) : size
    return write(writer) { decodeUTF8(unsignedBytes(utf8), count, errors: errors, consumed: consumed, into: &$0) }
}
