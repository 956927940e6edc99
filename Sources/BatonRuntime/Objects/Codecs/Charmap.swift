internal import CBaton
internal import CBaton.Host
internal import Glibc

/// An 8-bit encoding that extends ASCII: what character each byte is. The tables are those of the system's iconv.
struct Charmap {
    /// Stands for a byte that is no character.
    private static let undefined: UInt32 = 0xFFFF_FFFF

    /// The character of each byte.
    private let characters: UnsafeMutablePointer<UInt32>
    /// The bytes from 0x80 on as `character << 8 | byte`, sorted, and how many of them are characters.
    private let pairs: UnsafeMutablePointer<UInt64>
    private let count: Int

    /// The table of an encoding as iconv calls it, which stays for ever; nil: the system has none.
    fileprivate init?(system name: String) {
        let converter = iconv_open("UTF-32LE", name)
        guard converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        characters = .allocate(capacity: 256)
        characters.initialize(repeating: Self.undefined, count: 256)
        for byte in 0..<256 { characters[byte] = Self.character(CChar(truncatingIfNeeded: byte), converter) }
        let wide = characters
        let known = (0x80..<256).filter { wide[$0] != Self.undefined }.map { UInt64(wide[$0]) << 8 | UInt64($0) }
            .sorted()
        count = known.count
        pairs = .allocate(capacity: max(count, 1))
        pairs.initialize(from: known, count: count)
    }

    private static func character(_ byte: CChar, _ converter: iconv_t?) -> UInt32 {
        var (source, result) = (byte, undefined)
        let converted = withUnsafeMutablePointer(to: &source) { from in
            withUnsafeMutableBytes(of: &result) { to -> Int in
                var input: UnsafeMutablePointer<CChar>? = from
                var output = to.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) }
                var (inputLeft, outputLeft) = (1, 4)
                let status = iconv(converter, &input, &inputLeft, &output, &outputLeft)
                return status == 0 ? 4 - outputLeft : 0
            }
        }
        iconv(converter, nil, nil, nil, nil)
        return converted == 4 ? UInt32(littleEndian: result) : undefined
    }

    func decode(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ errors: UnsafePointer<CChar>?) -> Ref? {
        if asciiPrefix(bytes, count) == count { return makeText(ascii: bytes, count) }
        let failure = DecodingFailure(encoding: "charmap", bytes: bytes, count: count, errors: errors)
        var builder = TextBuilder()
        var index = 0
        while index < count {
            let character = characters[Int(bytes[index])]
            if character != Self.undefined {
                builder.append(character)
                index += 1
                continue
            }
            guard let next = failure.handle(index, index + 1, "character maps to <undefined>", &builder) else {
                return nil
            }
            index = next
        }
        return builder.finish()
    }

    func encode(_ text: Ref, _ errors: UnsafePointer<CChar>?) -> Ref? {
        if BtUnicode_IS_ASCII_(text) != 0 { return encodeASCII(text, errors) }
        return BatonRuntime.encode(text, "charmap", errors, reason: "character maps to <undefined>") {
            byte(of: $0) != nil
        } write: {
            if let byte = byte(of: $0) { $1.append(byte) }
        }
    }

    /// The byte of a character; nil: the encoding lacks it.
    private func byte(of character: UInt32) -> UInt8? {
        if character < 0x80 { return UInt8(character) }
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle] >> 8 < UInt64(character) { low = middle + 1 } else { high = middle }
        }
        return low < count && pairs[low] >> 8 == UInt64(character) ? UInt8(truncatingIfNeeded: pairs[low]) : nil
    }
}

/// The encodings of which there are tables, by the name that iconv has for them. They are those whose tables agree with
/// Python's byte by byte, which leaves out cp1255 and cp1258: in iconv their bytes combine.
private let charmapNames: [StaticString] = [
    "CP437", "CP737", "CP775", "CP850", "CP852", "CP855", "CP857", "CP858", "CP860", "CP861", "CP862", "CP863", "CP864",
    "CP865", "CP866", "CP869", "CP874", "CP1250", "CP1251", "CP1252", "CP1253", "CP1254", "CP1256", "CP1257",
    "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-9",
    "ISO-8859-10", "ISO-8859-11", "ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16", "KOI8-R", "KOI8-U",
]

/// The tables that were asked for, in the places of their names.
private struct CharmapTables {
    var mutex = BtMutex()
    // guarded by: mutex
    let tables: UnsafeMutablePointer<Charmap?>

    init() {
        tables = .allocate(capacity: charmapNames.count)
        tables.initialize(repeating: nil, count: charmapNames.count)
    }
}

// SAFETY: because the pointer stays, and what it points to has its mutex.
nonisolated(unsafe) private let charmapTables = permanent(CharmapTables())

/// The 8-bit encoding of a name in small letters with underscores; nil: there is none, and no exception is set.
func namedCharmap(_ name: String) -> Charmap? {
    guard let system = systemName(of: name), let index = charmapNames.firstIndex(where: { "\($0)" == system }) else {
        return nil
    }
    BtMutex_Lock(&charmapTables.pointee.mutex)
    defer { BtMutex_Unlock(&charmapTables.pointee.mutex) }
    let place = charmapTables.pointee.tables + index
    if place.pointee == nil { place.pointee = Charmap(system: system) }
    return place.pointee
}

/// What iconv calls an encoding: Python's names for them are many.
private func systemName(of name: String) -> String? {
    let latin = ["2": "2", "3": "3", "4": "4", "5": "9", "6": "10", "7": "13", "8": "14", "9": "15", "10": "16"]
    for prefix in ["iso8859_", "iso_8859_"] where name.hasPrefix(prefix) {
        return "ISO-8859-\(name.dropFirst(prefix.count))"
    }
    for prefix in ["latin", "l"] where name.hasPrefix(prefix) {
        return latin[String(name.dropFirst(prefix.count))].map { "ISO-8859-\($0)" }
    }
    for prefix in ["windows_", "ibm", "cp", ""] where name.hasPrefix(prefix) {
        let digits = name.dropFirst(prefix.count)
        if !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return "CP\(digits)" }
    }
    return ["koi8_r": "KOI8-R", "koi8_u": "KOI8-U"][name]
}
