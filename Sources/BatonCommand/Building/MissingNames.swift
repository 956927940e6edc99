/// Names of the API that a compiler or the loader did not find, and what is near.
struct MissingNames {
    private let names: [String]

    /// Look for them in what was printed.
    init(in message: String) {
        var found: [String] = []
        let words = message.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        for (index, word) in words.enumerated() {
            let name =
                word.hasPrefix("Baton_has_no_") ? Self.between("Baton_has_no_", "_nearest_is_", word) : String(word)
            guard let name, Self.isPython(name), !found.contains(name) else { continue }
            let before = words[max(0, index - 6)..<index]
            if word.hasPrefix("Baton_has_no_") || before.contains(where: { Self.complaints.contains(String($0)) }) {
                found.append(name)
            }
        }
        names = found
    }

    /// A line for each: its name, and the nearest one that Baton has.
    var report: String {
        let known = Self.known()
        return names.filter { !known.contains($0) }.map { name in
            let near = known.min { Self.distance(name, $0) < Self.distance(name, $1) }
            return "baton: there is no \(name) in Baton's Python.h\(near.map { "; the nearest name is \($0)" } ?? "")\n"
        }.joined()
    }

    private static let complaints: Set<String> = ["implicit", "undeclared", "declared", "undefined", "unknown"]

    private static func isPython(_ name: String) -> Bool { name.hasPrefix("Py") || name.hasPrefix("_Py") }

    private static func between(_ start: String, _ end: String, _ word: Substring) -> String? {
        let rest = word.dropFirst(start.count)
        return rest.firstRange(of: end).map { String(rest[..<$0.lowerBound]) }
    }

    /// The names that Python.h has.
    private static func known() -> Set<String> {
        guard let folder = Installation.headerFolder,
            case .success(let bytes) = readFile("\(folder)/python/names.h", limit: 1 << 24)
        else { return [] }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        return Set(lines.filter { $0.hasPrefix("#define ") }.map { String($0.split(separator: " ")[1]) })
    }

    /// How many characters have to be put in, left out or replaced (Levenshtein).
    private static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let replaced = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
