/// Identifiers are compared in their NFKC form.
///
/// Swift's library has no public normalization, and Foundation's would be the only use of Foundation here.
enum IdentifierForm {
    /// A name that holds characters outside ASCII, all of them allowed in identifiers.
    static func normalized(_ name: String) -> String {
        let tables = Tables.shared
        var scalars: [UInt32] = []
        for scalar in name.unicodeScalars {
            if let parts = tables.decompositions[scalar.value] {
                scalars += parts
            } else {
                scalars.append(scalar.value)
            }
        }
        order(&scalars)
        var result = String.UnicodeScalarView()
        for value in compose(scalars, tables) {
            if let scalar = Unicode.Scalar(value) { result.append(scalar) }
        }
        return String(result)
    }

    private static func combiningClass(_ value: UInt32) -> UInt8 {
        Unicode.Scalar(value)?.properties.canonicalCombiningClass.rawValue ?? 0
    }

    /// Brings marks that do not touch each other into one order.
    private static func order(_ scalars: inout [UInt32]) {
        for index in scalars.indices.dropFirst() {
            let mark = combiningClass(scalars[index])
            guard mark > 0 else { continue }
            var place = index
            while place > 0, combiningClass(scalars[place - 1]) > mark {
                scalars.swapAt(place, place - 1)
                place -= 1
            }
        }
    }

    /// Joins marks to the character before them, where one character stands for both.
    private static func compose(_ scalars: [UInt32], _ tables: Tables) -> [UInt32] {
        var result: [UInt32] = []
        var starter: Int?
        var lastClass: UInt8 = 0
        for value in scalars {
            let mark = combiningClass(value)
            if let starter {
                let isAdjacent = starter == result.count - 1
                if isAdjacent || lastClass != 0 && lastClass < mark,
                    let composed = tables.composition(result[starter], value)
                {
                    result[starter] = composed
                    continue
                }
            }
            result.append(value)
            if mark == 0 { starter = result.count - 1 }
            lastClass = mark
        }
        return result
    }
}

extension IdentifierForm {
    /// The data of `Decompositions`, read once when the first name outside ASCII is met.
    struct Tables: Sendable {
        private(set) var decompositions: [UInt32: [UInt32]] = [:]
        private var compositions: [UInt64: UInt32] = [:]

        static let shared = Tables()

        private init() {
            var canonical: [(code: UInt32, parts: [UInt32])] = []
            Self.read(Decompositions.canonical) { canonical.append(($0, $1)) }
            for (code, parts) in canonical { decompositions[code] = parts }
            Self.read(Decompositions.compatible) { decompositions[$0] = $1 }
            // The parts but the last one are a character too, with fewer parts.
            var whole: [[UInt32]: UInt32] = [:]
            for (code, parts) in canonical.sorted(by: { $0.parts.count < $1.parts.count }) where parts.count > 1 {
                guard let scalar = Unicode.Scalar(code), !scalar.properties.isFullCompositionExclusion else { continue }
                let prefix = parts.dropLast()
                guard let first = prefix.count == 1 ? prefix[0] : whole[Array(prefix)] else { continue }
                compositions[Self.key(first, parts.last!)] = code
                whole[parts] = code
            }
        }

        private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

        func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
            Hangul.composition(first, second) ?? compositions[Self.key(first, second)]
        }

        private static func read(_ text: String, _ body: (UInt32, [UInt32]) -> Void) {
            for entry in text.utf8.split(separator: UInt8(ascii: " ")) {
                let halves = entry.split(separator: UInt8(ascii: ":"))
                let run = halves[0].split(separator: UInt8(ascii: "+")).map(number)
                let parts = halves[1].split(separator: UInt8(ascii: ",")).map(number)
                guard run.count == 2 else {
                    body(run[0], parts)
                    continue
                }
                for offset in 0...run[1] { body(run[0] + offset, [parts[0] + offset]) }
            }
        }

        private static func number(_ text: Substring.UTF8View) -> UInt32 {
            text.reduce(0) { $0 << 4 | (Character.hexDigit($1) ?? 0) }
        }
    }

    /// Syllables of Hangul, which are computed.
    private enum Hangul {
        private static let syllables: UInt32 = 0xAC00
        private static let leading: UInt32 = 0x1100
        private static let vowels: UInt32 = 0x1161
        private static let trailing: UInt32 = 0x11A7

        static func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
            if leading..<leading + 19 ~= first, vowels..<vowels + 21 ~= second {
                return syllables + ((first - leading) * 21 + second - vowels) * 28
            }
            if syllables..<syllables + 11_172 ~= first, (first - syllables).isMultiple(of: 28),
                trailing + 1..<trailing + 28 ~= second
            {
                return first + second - trailing
            }
            return nil
        }
    }
}
