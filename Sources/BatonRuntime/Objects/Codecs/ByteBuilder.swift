internal import CBaton
internal import Glibc

/// Makes bytes piece by piece in memory of its own. An append that finds no memory is remembered and raised by `finish`.
struct ByteBuilder: ~Copyable {
    private(set) var data: UnsafeMutablePointer<UInt8>?
    private var capacity = 0
    private(set) var count = 0
    private(set) var failed = false

    init(capacity: Int = 0) { _ = reserve(capacity) }

    deinit { BtMem_RawFree(data) }

    /// Make a bytes object. Nil: MemoryError is set.
    consuming func finish() -> Ref? {
        if failed { return raiseNoMemory() }
        // SAFETY: because CChar and UInt8 have one layout.
        let chars = UnsafeRawPointer(data)?.assumingMemoryBound(to: CChar.self)
        return BtBytes_FromStringAndSize(chars, count)
    }

    /// Make a bytearray. Nil: MemoryError is set.
    consuming func finishByteArray() -> Ref? {
        if failed { return raiseNoMemory() }
        guard let data else { return ByteArray.make(0) }
        return ByteArray.make(copying: ByteSpan(start: data, count: count))
    }

    /// Make an object of the kind of another: bytes or bytearray. Nil: MemoryError is set.
    consuming func finish(like kind: Ref) -> Ref? { isBytes(kind) ? finish() : finishByteArray() }

    mutating func reserve(_ more: Int) -> Bool {
        if failed { return false }
        let (total, overflow) = count.addingReportingOverflow(more)
        if total <= capacity { return true }
        guard !overflow, total < Int.max / 2, let memory = BtMem_RawRealloc(data, max(32, total + total / 2)) else {
            failed = true
            return false
        }
        capacity = max(32, total + total / 2)
        data = memory.bindMemory(to: UInt8.self, capacity: capacity)
        return true
    }

    mutating func append(_ byte: UInt8) {
        guard reserve(1), let data else { return }
        data[count] = byte
        count += 1
    }

    mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        guard length > 0, reserve(length), let data else { return }
        memcpy(data + count, bytes, length)
        count += length
    }

    mutating func append(_ span: ByteSpan) {
        if let start = span.baseAddress { append(start, span.count) }
    }

    mutating func append(repeating byte: UInt8, _ length: Int) {
        guard length > 0, reserve(length), let data else { return }
        memset(data + count, CInt(byte), length)
        count += length
    }

    mutating func append(utf8 character: UInt32) {
        guard reserve(4), let data else { return }
        count = writeUTF8(character, to: data + count) - data
    }

    mutating func append(ascii text: String) {
        for byte in text.utf8 { append(byte) }
    }

    /// Append a number of `size` bytes.
    mutating func append(_ value: UInt32, size: Int, bigEndian: Bool) {
        for index in 0..<size {
            let shift = UInt32(8 * (bigEndian ? size - 1 - index : index))
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}
