internal import CBaton
internal import CBaton.Host
internal import Glibc

// Objects on memory that is there already: an address, a buffer, a variable of a library; and more memory for one.

/// The layout of a type that is not abstract; nil with TypeError set.
func usableLayout(_ type: TypeRef) -> LayoutRef? {
    ownLayout(type) ?? raise(BtExc_TypeError, "abstract class")
}

func fromAddress(_ type: TypeRef, _ value: Ref) -> Ref? {
    guard let layout = usableLayout(type) else { return nil }
    guard isInt(value) else { return raise(BtExc_TypeError, "integer expected") }
    let address = BtLong_AsVoidPtr(value)
    if address == nil, errorOccurred() { return nil }
    guard let address else { return raise(BtExc_ValueError, "NULL pointer access") }
    return makeForeign(type, layout, at: address, owner: nil)
}

/// The buffer's length, if it has room for a value of a layout at an offset; false with ValueError set.
private func fits(_ length: Int, _ offset: Int, _ layout: LayoutRef) -> Bool {
    guard offset >= 0 else { return raiseStatus(BtExc_ValueError, "offset cannot be negative") == 0 }
    let (end, isTooMuch) = offset.addingReportingOverflow(layout.pointee.size)
    guard !isTooMuch, length >= end else {
        return raiseStatus(
            BtExc_ValueError,
            "Buffer size too small (\(length) instead of at least \(isTooMuch ? Int.max : end) bytes)") == 0
    }
    return true
}

/// An offset behind the first argument. Nil with an exception set.
private func offsetArgument(_ name: StaticString, _ args: UnsafePointer<Ref?>?, _ count: Int) -> Int? {
    guard _BtArg_CheckPositional(cString(name), count, 1, 2) != 0 else { return nil }
    return count == 2 ? sizeArgument(args![1]!) : 0
}

func fromBuffer(_ type: TypeRef, _ args: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard let layout = usableLayout(type), let offset = offsetArgument("from_buffer", args, count) else { return nil }
    // The view pins the memory for as long as the object lives.
    guard let view = BtMemoryView_FromObject(args![0]!) else { return nil }
    defer { Bt_DECREF_(view) }
    var buffer = Bt_buffer()
    guard BtObject_GetBuffer(view, &buffer, CInt(BtBUF_FULL_RO)) == 0 else { return nil }
    defer { BtBuffer_Release(&buffer) }
    guard buffer.readonly == 0 else { return raise(BtExc_TypeError, "underlying buffer is not writable") }
    guard BtBuffer_IsContiguous(&buffer, CChar(UInt8(ascii: "C"))) != 0 else {
        return raise(BtExc_TypeError, "underlying buffer is not C contiguous")
    }
    guard fits(buffer.len, offset, layout),
        let object = makeForeign(type, layout, at: buffer.buf + offset, owner: view)
    else { return nil }
    if keep(object.foreign, -1, newReference(view)) { return object }
    Bt_DECREF_(object)
    return nil
}

func fromBufferCopy(_ type: TypeRef, _ args: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard let layout = usableLayout(type), let offset = offsetArgument("from_buffer_copy", args, count) else {
        return nil
    }
    return withBytes(of: args![0]!) { bytes, length in
        fits(length, offset, layout) ? makeForeign(type, layout, copying: bytes + offset) : nil
    } ?? nil
}

func inLibrary(_ type: TypeRef, _ args: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard _BtArg_CheckPositional(cString("in_dll"), count, 2, 2) != 0, let layout = usableLayout(type) else {
        return nil
    }
    guard let handle = libraryHandle(args![0]!), let name = strArgument("in_dll", 1, args![1]!) else { return nil }
    guard let address = findSymbol(handle, BtUnicode_AsUTF8(name)) else {
        return raise(BtExc_ValueError, linkerMessage())
    }
    return makeForeign(type, layout, at: address, owner: nil)
}

/// Give an object more memory of its own.
func resizeForeign(_ object: Ref, _ size: Int) -> Ref? {
    guard isForeign(object), ownLayout(object.type) != nil else {
        return raise(BtExc_TypeError, "expected ctypes instance")
    }
    let (data, least) = (object.foreign, object.foreignLayout.pointee.size)
    guard size >= least else { return raise(BtExc_ValueError, "minimum size is \(least)") }
    guard data.pointee.owner == nil, data.pointee.owns_memory != 0 || isOwnSmall(data) else {
        return raise(BtExc_ValueError, "Memory cannot be resized because this object doesn't own it")
    }
    if size <= data.pointee.size || size <= MemoryLayout<(UInt64, UInt64)>.size && data.pointee.owns_memory == 0 {
        data.pointee.size = size
        return noneRef
    }
    let old = data.pointee.owns_memory != 0 ? data.pointee.memory : nil
    guard let memory = realloc(old, size) else { return raiseNoMemory() }
    if old == nil { memcpy(memory, data.bytes, data.pointee.size) }
    memset(memory + data.pointee.size, 0, max(size - data.pointee.size, 0))
    data.pointee.memory = memory.assumingMemoryBound(to: CChar.self)
    data.pointee.owns_memory = 1
    data.pointee.size = size
    return noneRef
}

private func isOwnSmall(_ data: ForeignRef) -> Bool {
    data.bytes == UnsafeMutableRawPointer(data) + MemoryLayout<BtForeignObject_>.offset(of: \.small)!
}
