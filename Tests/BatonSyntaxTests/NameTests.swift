import BatonSyntax
import Foundation
import Testing

@Suite struct `Names outside ASCII` {
    /// The names of a program that has one on each line.
    private func names(_ spellings: [String]) throws -> [String] {
        let source = spellings.map { $0 + "\n" }.joined()
        return try parse(Array(source.utf8), file: "<test>").body.compactMap { statement in
            guard case .expr(let value) = statement.kind, case .name(let name) = value.kind else { return nil }
            return name
        }
    }

    private func expectNormalized(_ spellings: [String]) throws {
        let names = try names(spellings)
        try #require(names.count == spellings.count)
        for (name, spelling) in zip(names, spellings) {
            let expected = spelling.precomposedStringWithCompatibilityMapping
            #expect(name.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(spelling)")
        }
    }

    @Test func `each character of an identifier is taken in its NFKC form`() throws {
        let scalars = (0x80...0x3_FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
            // Characters of syllables and ideographs are many and alike.
            $0.properties.isXIDContinue && !(0x3400..<0xA000 ~= $0.value || 0xB000..<0xD700 ~= $0.value)
                && $0.value < 0x1_7000 || 0x1_D400..<0x1_D800 ~= $0.value && $0.properties.isXIDContinue
        }
        try expectNormalized(scalars.map { "a\($0)" })
    }

    @Test func `marks are ordered and joined`() throws {
        try expectNormalized([
            "e\u{301}", "q\u{307}\u{323}", "q\u{323}\u{307}", "s\u{323}\u{307}", "s\u{307}\u{323}", "\u{1E9B}\u{323}",
            "a\u{308}\u{304}", "a\u{304}\u{308}", "\u{1100}\u{1161}\u{11A8}", "o\u{302}\u{301}",
            "\u{3B1}\u{345}\u{301}", "a\u{5AE}\u{300}\u{315}b", "\u{FF41}\u{301}", "\u{FB01}\u{323}", "\u{2126}",
        ])
    }

    @Test func `a syllable takes its last letter`() throws {
        // Foundation leaves these two apart.
        #expect(try names(["\u{AC00}\u{11A8}"])[0].unicodeScalars.elementsEqual(["\u{AC01}"]))
    }

    @Test func `a character that is no part of names is named`() {
        #expect(Answer.failure("a\u{20AC}")?.message == "invalid character '\u{20AC}' (U+20AC)")
        #expect(Answer.failure("a\u{200B}")?.message == "invalid non-printable character U+200B")
    }
}
