internal import CBaton

/// The text that JSON is read from, by the width of its characters, and the errors that name places in it.
struct JSONText<Character: FixedWidthInteger & UnsignedInteger> {
    /// The str, borrowed.
    let text: Ref
    let characters: UnsafePointer<Character>
    let count: Int

    /// The characters of a str, which are as wide as `Character`.
    @inline(__always)
    init(_ text: Ref, _ characters: UnsafePointer<Character>) {
        self.text = text
        self.characters = characters
        count = BtUnicode_GET_LENGTH_(text)
    }

    /// The characters `start`..<`end` as they stand.
    @inline(__always)
    func part(_ start: Int, _ end: Int) -> TextView {
        // SAFETY: because nobody writes through a view of text that exists.
        let data = UnsafeMutablePointer(mutating: characters + start)
        return TextView(data: UnsafeMutableRawPointer(data), kind: MemoryLayout<Character>.size, count: end - start)
    }

    /// The character at a place; behind the end a 0, which is no character of JSON.
    @inline(__always)
    subscript(place: Int) -> UInt32 { place < count ? UInt32(truncatingIfNeeded: characters[place]) : 0 }

    /// The place of the next character that is not blank.
    @inline(__always)
    func blankEnd(_ start: Int) -> Int {
        var place = start
        while place < count {
            let character = characters[place]
            guard character == 0x20 || character == 0x0A || character == 0x0D || character == 0x09 else { break }
            place += 1
        }
        return place
    }

    /// Whether these ASCII characters stand at a place.
    @inline(__always)
    func has(_ word: StaticString, at place: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard length <= count - place else { return false }
        for index in 0..<length where characters[place + index] != Character(truncatingIfNeeded: word.utf8Start[index])
        {
            return false
        }
        return true
    }

    @inline(__always)
    func isDigit(at place: Int) -> Bool { self[place] &- 0x30 < 10 }

    /// Raise json.JSONDecodeError for a place.
    @inline(never)
    func fail<Result>(_ message: StaticString, at place: Int) -> Result? {
        guard let type = BtImport_ImportModuleAttrString("json.decoder", "JSONDecodeError") else { return nil }
        defer { Bt_DECREF_(type) }
        guard let arguments = tuple(taking: makeString("\(message)"), newReference(text), makeInt(place)) else {
            return nil
        }
        defer { Bt_DECREF_(arguments) }
        guard let error = BtObject_Call(type, arguments, nil) else { return nil }
        BtErr_SetObject(type, error)
        Bt_DECREF_(error)
        return nil
    }
}
