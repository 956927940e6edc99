internal import CBaton
internal import Glibc

/// Makes text piece by piece in memory of its own, as wide as the characters so far need.
///
/// An append that finds no memory is remembered and raised by `finish`, so that callers check once.
struct TextBuilder: ~Copyable {
    private var data: UnsafeMutableRawPointer?
    private var capacity = 0
    private(set) var count = 0
    private(set) var kind = 1
    private var bits: UInt32 = 0
    private(set) var failed = false

    init() {}

    deinit { BtMem_RawFree(data) }

    /// The characters so far.
    var view: TextView {
        TextView(data: data ?? UnsafeMutableRawPointer(bitPattern: 16)!, kind: kind, count: count)
    }

    /// Make a str of the characters. Nil: MemoryError is set.
    consuming func finish() -> Ref? {
        if failed { return raiseNoMemory() }
        if count == 0 { return newText(count: 0, maximum: 0) }
        if count == 1 { return makeText(character: view[0]) }
        guard let text = newText(count: count, maximum: bits) else { return nil }
        memcpy(BtUnicode_DATA_(text), view.data, count * kind)
        return text
    }

    /// Forget the characters after the first `count`.
    mutating func truncate(_ count: Int) { self.count = min(count, self.count) }

    /// Make room for `more` characters with these bits. False: no memory.
    mutating func reserve(_ more: Int, bits newBits: UInt32 = 0) -> Bool {
        if failed { return false }
        bits |= newBits
        let needed = max(kind, BatonRuntime.kind(forBits: newBits))
        let (total, overflow) = count.addingReportingOverflow(more)
        if total <= capacity, needed == kind { return true }
        guard !overflow, total <= Int.max / 16 else {
            failed = true
            return false
        }
        let newCapacity = total <= capacity ? capacity : max(32, total + total / 2)
        return needed == kind ? grow(to: newCapacity) : widen(to: needed, capacity: newCapacity)
    }

    private mutating func grow(to newCapacity: Int) -> Bool {
        guard let memory = BtMem_RawRealloc(data, newCapacity * kind) else {
            failed = true
            return false
        }
        data = memory
        capacity = newCapacity
        return true
    }

    private mutating func widen(to newKind: Int, capacity newCapacity: Int) -> Bool {
        guard let memory = BtMem_RawMalloc(newCapacity * newKind) else {
            failed = true
            return false
        }
        copyCharacters(view, to: memory, kind: newKind)
        BtMem_RawFree(data)
        data = memory
        capacity = newCapacity
        kind = newKind
        return true
    }

    mutating func append(_ character: UInt32) {
        guard reserve(1, bits: character), let data else { return }
        BtUnicode_WRITE_(CInt(kind), data, count, character)
        count += 1
    }

    mutating func append(_ character: Unicode.Scalar) { append(character.value) }

    mutating func append(repeating character: UInt32, _ times: Int) {
        guard times > 0, reserve(times, bits: character), let data else { return }
        for index in count..<count + times { BtUnicode_WRITE_(CInt(kind), data, index, character) }
        count += times
    }

    mutating func append(_ part: TextView) { append(part, bits: part.bits) }

    /// Append all characters of a str.
    mutating func append(text: Ref) {
        let view = TextView(text)
        append(view, bits: BtUnicode_MAX_CHAR_VALUE_(text) < 0x80 ? 0 : view.bits)
    }

    private mutating func append(_ part: TextView, bits: UInt32) {
        guard part.count > 0, reserve(part.count, bits: bits), let data else { return }
        copyCharacters(part, to: data + count * kind, kind: kind)
        count += part.count
    }

    /// Append bytes that are known to be ASCII.
    mutating func append(ascii bytes: UnsafePointer<UInt8>, _ length: Int) {
        guard length > 0, reserve(length, bits: 0), let data else { return }
        copyCharacters(bytes, length, to: data + count * kind, kind: kind)
        count += length
    }

    mutating func append(_ literal: StaticString) { append(ascii: literal.utf8Start, literal.utf8CodeUnitCount) }

    mutating func append(_ text: String) {
        for scalar in text.unicodeScalars { append(scalar.value) }
    }

    /// Append an integer in a base up to 36, lower case, at least `digits` digits.
    mutating func append(number: UInt64, base: UInt64 = 10, digits: Int = 1) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { buffer in
            var rest = number
            var start = 64
            repeat {
                start -= 1
                let digit = UInt8(truncatingIfNeeded: rest % base)
                buffer[start] = digit < 10 ? 0x30 + digit : 0x57 + digit
                rest /= base
            } while rest != 0
            append(repeating: 0x30, digits - (64 - start))
            append(ascii: buffer.baseAddress! + start, 64 - start)
        }
    }
}
