/// What a compiler says of one place: `file:line:column: warning: text [-Wflag]`, and the notes behind it.
struct Diagnostic {
    enum Kind: String {
        case warning = "warning"
        case error = "error"
        case fatalError = "fatal error"
        case note = "note"
    }

    let kind: Kind
    let file: String
    let line: Int
    let column: Int
    /// Without the flag.
    let text: String
    /// Without `-W`; empty for errors and notes.
    let flag: String
    var notes: [Diagnostic] = []

    /// The diagnostics in a compiler's output, in order.
    static func all(in output: String) -> [Diagnostic] {
        var all: [Diagnostic] = []
        for line in output.split(separator: "\n") {
            guard let diagnostic = Diagnostic(line) else { continue }
            if diagnostic.kind == .note, let last = all.indices.last {
                all[last].notes.append(diagnostic)
            } else {
                all.append(diagnostic)
            }
        }
        return all
    }

    private init?(_ line: Substring) {
        let kinds: [Kind] = [.fatalError, .warning, .error, .note]
        for kind in kinds {
            guard let mark = line.firstRange(of: ": \(kind.rawValue): ") else { continue }
            let place = line[..<mark.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
            guard place.count >= 3, let number = Int(place[place.count - 2]), let column = Int(place[place.count - 1])
            else { return nil }
            self.kind = kind
            file = place.dropLast(2).joined(separator: ":")
            self.line = number
            self.column = column
            let said = line[mark.upperBound...]
            if said.hasSuffix("]"), let bracket = said.lastIndex(of: "[") {
                let name = said[said.index(after: bracket)...].dropLast()
                flag = String(name.hasPrefix("-W") ? name.dropFirst(2) : name)
                text = String(said[..<bracket].dropLast())
            } else {
                flag = ""
                text = String(said)
            }
            return
        }
        return nil
    }

    /// The text between the first two apostrophes: the function or field that it is about.
    var subject: String? {
        let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? String(parts[1]) : nil
    }
}
