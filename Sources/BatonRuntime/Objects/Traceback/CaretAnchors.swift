internal import BatonSyntax

// Where the carets under a source line change to tildes: an operator, or the brackets of a call or subscript, as CPython's
// traceback module finds them.

/// A row of characters, as Python counts them.
typealias Characters = [Unicode.Scalar]

/// The part of an expression that is marked by "^" while the rest has "~"; lines and columns count from 0.
struct CaretAnchors {
    var startLine: Int
    var startColumn: Int
    var endLine: Int
    var endColumn: Int
}

/// The anchors of the expression that `lines` hold; nil: it is no expression that has any.
func caretAnchors(_ lines: [Characters]) -> CaretAnchors? {
    let text = "(\n" + lines.map(string).joined(separator: "\n") + "\n)"
    guard let module = try? parse(Array(text.utf8), file: ""), module.body.count == 1,
        case .expr(let expression) = module.body[0].kind
    else { return nil }
    let search = AnchorSearch(lines: lines)
    switch expression.kind {
    case .binOp(let left, _, let right): return search.binary(left.span, right.span)
    case .subscript(let value, _): return search.brackets(after: value.span, "[", end: expression.span)
    case .call(let function, _, _): return search.brackets(after: function.span, "(", end: expression.span)
    default: return nil
    }
}

/// Characters as text.
func string(_ characters: Characters) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: characters)
    return text
}

/// The number of characters in the first `bytes` bytes of a line.
func characterOffset(_ line: Characters, _ bytes: Int) -> Int {
    var (left, count) = (bytes, 0)
    while left > 0, count < line.count {
        left -= UTF8.width(line[count])
        count += 1
    }
    return count + max(left, 0)
}

private struct AnchorSearch {
    typealias Place = (line: Int, column: Int)
    let lines: [Characters]

    /// The end of a part; lines of the spans count from 1 and begin one line early, because of the bracket.
    private func end(of span: SourceSpan) -> Place {
        let line = Int(span.endLine) - 2
        guard lines.indices.contains(line) else { return (lines.count, 0) }
        return (line, characterOffset(lines[line], Int(span.endColumn)))
    }

    /// The place itself, or the first one behind it that has a character; nil: there is none.
    private func valid(_ place: Place) -> Place? {
        var place = place
        while place.line < lines.count, place.column >= lines[place.line].count {
            place = (place.line + 1, 0)
        }
        return place.line < lines.count ? place : nil
    }

    /// The first character from a place on that is outside comments and satisfies a condition.
    private func find(from start: Place, _ condition: (Unicode.Scalar) -> Bool) -> Place? {
        var place = valid(start)
        while let current = place {
            let character = lines[current.line][current.column]
            if character == "\\" || character == "#" {
                place = valid((current.line + 1, 0))
            } else if condition(character) {
                return current
            } else {
                place = valid((current.line, current.column + 1))
            }
        }
        return nil
    }

    func binary(_ left: SourceSpan, _ right: SourceSpan) -> CaretAnchors? {
        guard let start = find(from: end(of: left), { !$0.properties.isWhitespace && $0 != ")" }) else { return nil }
        let line = lines[start.line]
        var column = start.column + 1
        let rightLine = Int(right.line) - 2
        if column < line.count, lines.indices.contains(rightLine),
            rightLine > start.line || column < characterOffset(lines[rightLine], Int(right.column)),
            !line[column].properties.isWhitespace, line[column] != "\\", line[column] != "#"
        {
            column += 1
        }
        return CaretAnchors(startLine: start.line, startColumn: start.column, endLine: start.line, endColumn: column)
    }

    func brackets(after part: SourceSpan, _ bracket: Unicode.Scalar, end whole: SourceSpan) -> CaretAnchors? {
        guard let start = find(from: end(of: part), { $0 == bracket }) else { return nil }
        let last = end(of: whole)
        guard last.line < lines.count else { return nil }
        return CaretAnchors(
            startLine: start.line, startColumn: start.column, endLine: last.line, endColumn: last.column)
    }
}
