internal import BatonSyntax
internal import CBaton
internal import CBaton.Host

// The source lines of a place in a traceback, with carets under what was running.

/// The lines of an instruction's source, indented as a traceback has them, each ending in a line feed; empty if the source
/// cannot be read.
func sourceExcerpt(_ file: String, _ position: BtPosition_) -> String {
    let count = Int(position.end_line) - Int(position.line) + 1
    guard count > 0, count < 10_000 else { return "" }
    return sourceExcerpt(
        of: (0..<count).map { lineOfFile(file, Int(position.line) + $0) ?? "" }, column: Int(position.column),
        endColumn: Int(position.end_column))
}

/// Lines as a traceback has them, with carets from a column of the first to one of the last, both in bytes of UTF-8.
func sourceExcerpt(of texts: [String], column: Int, endColumn: Int) -> String {
    let original = texts.map { Characters($0.unicodeScalars) }
    guard original.contains(where: { !$0.allSatisfy(\.properties.isWhitespace) }) else { return "" }
    let lines = dedented(original)
    let removed = original[0].count - lines[0].count
    let excerpt = Excerpt(
        lines: lines, start: max(0, characterOffset(original[0], column) - removed),
        end: max(0, characterOffset(original[original.count - 1], endColumn) - removed))
    return excerpt.text()
}

/// Lines without the white space that all of them begin with.
private func dedented(_ lines: [Characters]) -> [Characters] {
    var margin: Characters?
    for line in lines where !line.allSatisfy({ $0 == " " || $0 == "\t" }) {
        let indent = Characters(line.prefix { $0 == " " || $0 == "\t" })
        guard let known = margin else {
            margin = indent
            continue
        }
        margin = Characters(zip(known, indent).prefix { $0 == $1 }.map(\.0))
    }
    let width = margin?.count ?? 0
    return lines.map { line in
        line.allSatisfy { $0 == " " || $0 == "\t" } ? [] : Characters(line.dropFirst(width))
    }
}

private struct Excerpt {
    let lines: [Characters]
    /// Columns of the first and behind the last character of what was running, in the first and the last line.
    let start: Int
    let end: Int

    func text() -> String {
        let anchors = caretAnchors(segment)
        let showsCarets = showsCarets(anchors)
        var shown: Set<Int> = [0, lines.count - 1]
        if let anchors {
            for line in [anchors.startLine, anchors.endLine] { shown.formUnion(line - 1...line + 1) }
        }
        let order = shown.filter { lines.indices.contains($0) }.sorted()
        var rows: [Characters] = []
        for (index, line) in order.enumerated() {
            let gap = index == 0 ? 1 : line - order[index - 1]
            if gap == 2 { add(line - 1, anchors, showsCarets, to: &rows) }
            if gap > 2 { rows.append(Characters("...<\(gap - 1) lines>...".unicodeScalars)) }
            add(line, anchors, showsCarets, to: &rows)
        }
        return dedented(rows).map { "    \(string($0))\n" }.joined()
    }

    /// What was running, without what stands before and behind it.
    private var segment: [Characters] {
        var segment = lines
        segment[lines.count - 1] = Characters(segment[lines.count - 1].prefix(end))
        segment[0] = Characters(segment[0].dropFirst(start))
        return segment
    }

    /// A line, and the one of carets under it.
    private func add(_ number: Int, _ anchors: CaretAnchors?, _ showsCarets: Bool, to rows: inout [Characters]) {
        let line = lines[number]
        rows.append(line)
        guard showsCarets else { return }
        let indent = line.prefix { $0.properties.isWhitespace }.count
        let width = number == lines.count - 1 ? displayWidth(line, end) : displayWidth(line, line.count)
        let first = displayWidth(lines[0], start)
        var carets: Characters = []
        for column in 0..<max(width, 0) {
            if column < indent || (number == 0 && column < first) {
                carets.append(" ")
            } else if let anchors {
                carets.append(isInside(anchors, number, column) ? "^" : "~")
            } else {
                carets.append("^")
            }
        }
        rows.append(carets)
    }

    private func isInside(_ anchors: CaretAnchors, _ line: Int, _ column: Int) -> Bool {
        let left = anchors.startColumn + (anchors.startLine == 0 ? start : 0)
        let right = anchors.endColumn + (anchors.endLine == 0 ? start : 0)
        let isBehindStart =
            line > anchors.startLine
            || (line == anchors.startLine && column >= displayWidth(lines[anchors.startLine], left))
        let isBeforeEnd =
            line < anchors.endLine || (line == anchors.endLine && column < displayWidth(lines[anchors.endLine], right))
        return isBehindStart && isBeforeEnd
    }

    /// Carets are left out where they would mark the whole line, or the whole call of a plain `return` or assignment.
    private func showsCarets(_ anchors: CaretAnchors?) -> Bool {
        let text = lines.map(string).joined(separator: "\n")
        if let module = try? parse(Array(text.utf8), file: "") {
            guard let statement = module.body.first else { return false }
            if let call = plainCall(statement), call.line == 1, Int(call.endLine) == lines.count,
                Int(call.column) == start, Int(call.endColumn) == end
            {
                return false
            }
        }
        if anchors != nil { return true }
        let before = lines[0].prefix(start)
        let behind = lines[lines.count - 1].dropFirst(end)
        return !before.allSatisfy(\.properties.isWhitespace) || !behind.allSatisfy(\.properties.isWhitespace)
    }

    /// The call that is all of `return f(…)` or `x = …(…)`.
    private func plainCall(_ statement: Statement) -> SourceSpan? {
        switch statement.kind {
        case .return(let value?):
            if case .call(let function, _, _) = value.kind, case .name = function.kind { return value.span }
        case .assign(let targets, let value):
            if targets.count == 1, case .name = targets[0].kind, case .call = value.kind { return value.span }
        default: break
        }
        return nil
    }
}

/// How many columns the first `count` characters of a line take on a terminal.
private func displayWidth(_ line: Characters, _ count: Int) -> Int {
    let shown = line.prefix(count)
    return shown.reduce(max(count - line.count, 0)) { $0 + (isWide($1) ? 2 : 1) }
}

/// Whether a character is two columns wide: East Asian text and most emoji.
private func isWide(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
        0x20000...0x3FFFD:
        true
    default: false
    }
}
