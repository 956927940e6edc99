/// The names of `\N{…}`.
enum CharacterNames {
    /// - Complexity: O(number of characters in Unicode); programs use such escapes seldom.
    static func scalar(named name: String) -> Unicode.Scalar? {
        let wanted = name.uppercased()
        for value in UInt32(0)...0x10_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if scalar.properties.name == wanted || scalar.properties.nameAlias == wanted { return scalar }
        }
        return nil
    }
}
