/// The names of `\N{…}`.
enum CharacterNames {
    /// Where characters have names of their own.
    private static let named: [ClosedRange<UInt32>] = [
        0...0x33FF, 0x4DC0...0x4DFF, 0xA000...0xABFF, 0xD7B0...0xD7FF, 0xF900...0x1_6FFF, 0x1_8AFF...0x1_FFFF,
        0xE_0000...0xE_01FF,
    ]
    private static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3

    /// - Complexity: O(number of characters with names of their own); programs use such escapes seldom.
    static func scalar(named name: String) -> Unicode.Scalar? {
        let wanted = name.uppercased()
        if let ideograph = numbered(wanted) { return ideograph }
        let ranges = wanted.hasPrefix("HANGUL SYLLABLE ") ? [syllables] : named
        for range in ranges {
            for value in range {
                guard let scalar = Unicode.Scalar(value) else { continue }
                if isName(wanted, of: scalar) { return scalar }
            }
        }
        return nil
    }

    /// The ideograph whose name ends with its number.
    private static func numbered(_ name: String) -> Unicode.Scalar? {
        guard let hyphen = name.lastIndex(of: "-"), let value = UInt32(name[hyphen...].dropFirst(), radix: 16),
            let scalar = Unicode.Scalar(value), isName(name, of: scalar)
        else { return nil }
        return scalar
    }

    private static func isName(_ name: String, of scalar: Unicode.Scalar) -> Bool {
        scalar.properties.name == name || scalar.properties.nameAlias == name
    }
}
