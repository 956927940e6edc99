internal import CBaton
internal import CBaton.Host
internal import Glibc

// str: layout, making and freeing. The struct is told in baton/unicode.h.

/// The characters of a str, or of a part of one, borrowed: good while the str lives.
struct TextView {
    let data: UnsafeMutableRawPointer
    let kind: Int
    let count: Int

    @inline(__always)
    init(data: UnsafeMutableRawPointer, kind: Int, count: Int) {
        self.data = data
        self.kind = kind
        self.count = count
    }

    /// All characters of `text`, which must be a str.
    @inline(__always)
    init(_ text: Ref) {
        let object = text.as(BtASCIIObject.self)
        self.init(data: BtUnicode_DATA_(text), kind: Int(object.pointee.kind), count: object.pointee.length)
    }

    @inline(__always)
    subscript(index: Int) -> UInt32 {
        switch kind {
        case 1: UInt32(bytes[index])
        case 2: UInt32(units[index])
        default: scalars[index]
        }
    }

    // SAFETY (all three): because characters are aligned to their width, and only the accessor of the view's own kind is
    // used.
    @inline(__always) var bytes: UnsafeMutablePointer<UInt8> { data.assumingMemoryBound(to: UInt8.self) }
    @inline(__always) var units: UnsafeMutablePointer<UInt16> { data.assumingMemoryBound(to: UInt16.self) }
    @inline(__always) var scalars: UnsafeMutablePointer<UInt32> { data.assumingMemoryBound(to: UInt32.self) }

    /// The characters `start`..<`end`, which must lie within.
    @inline(__always)
    func part(_ start: Int, _ end: Int) -> TextView {
        TextView(data: data + start * kind, kind: kind, count: end - start)
    }

    /// The bits of all characters, which tells the width that they need.
    var bits: UInt32 {
        switch kind {
        case 1: bitsOf(bytes, count)
        case 2: bitsOf(units, count)
        default: bitsOf(scalars, count)
        }
    }
}

/// The bits that are set in any of the characters: below 0x80, 0x100, 0x10000 exactly if every character is.
@inline(__always)
func bitsOf<Character: FixedWidthInteger & UnsignedInteger>(_ data: UnsafePointer<Character>, _ count: Int) -> UInt32 {
    var bits: Character = 0
    for index in 0..<count { bits |= data[index] }
    return UInt32(truncatingIfNeeded: bits)
}

/// Bytes a character for text whose characters have these bits.
@inline(__always)
func kind(forBits bits: UInt32) -> Int { bits < 0x100 ? 1 : bits < 0x1_0000 ? 2 : 4 }

/// Make text of `count` characters, none above `maximum`, not filled yet but for the ending 0. A result of no characters
/// is the one empty str.
func newText(count: Int, maximum: UInt32) -> Ref? {
    if count == 0, let empty = _bt_text.empty { return empty }
    let width = kind(forBits: maximum)
    // A length whose bytes do not fit in an Int is more than there is memory.
    guard count <= (Int.max - 128) / width - 1 else { return raiseNoMemory() }
    let head = maximum < 0x80 ? MemoryLayout<BtASCIIObject>.size : MemoryLayout<BtCompactUnicodeObject>.size
    let bytes = head - MemoryLayout<BtASCIIObject>.size + (count + 1) * width
    guard let object = makeObject(BtUnicode_Type_(), as: BtASCIIObject.self, extraBytes: bytes) else {
        return nil
    }
    object.pointee.length = count
    object.pointee.hash = -1
    object.pointee.kind = UInt8(truncatingIfNeeded: width)
    object.pointee.ascii = maximum < 0x80 ? 1 : 0
    object.pointee.data_offset = UInt8(truncatingIfNeeded: head)
    if maximum >= 0x80 {
        let compact = object.ref.as(BtCompactUnicodeObject.self)
        compact.pointee.utf8 = nil
        compact.pointee.utf8_length = 0
    }
    let end = UnsafeMutableRawPointer(object) + head + count * width
    switch width {
    case 1: end.storeBytes(of: 0, as: UInt8.self)
    case 2: end.storeBytes(of: 0, as: UInt16.self)
    default: end.storeBytes(of: 0, as: UInt32.self)
    }
    return object.ref
}

/// Free a str: tp_dealloc of str and of the types that derive from it.
func freeText(_ text: Ref) {
    let object = text.as(BtUnicodeObject.self)
    if object.pointee._base._base.ascii == 0 { free(object.pointee._base.utf8) }
    if object.pointee._base._base.data_offset == 0 { free(object.pointee.data) }
    if text.type == BtUnicode_Type_() {
        freeObject(text)
    } else {
        text.type.pointee.tp_free?(text)
    }
}

/// Whether the characters may still be written: nobody else can have seen the object.
func isFillable(_ text: Ref) -> Bool {
    text.type == BtUnicode_Type_() && Bt_REFCNT_(text) == 1 && _bt_text_cached_hash(text) == -1
        && BtUnicode_CHECK_INTERNED_(text) == 0
        && (BtUnicode_IS_ASCII_(text) != 0 || _bt_text_kept_utf8(text) == nil)
}
