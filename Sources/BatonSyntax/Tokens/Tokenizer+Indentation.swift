extension Tokenizer {
    /// How far a block is indented: with tabs as eight columns, and with tabs as one. Where the two disagree about which
    /// line is deeper, the program's meaning hangs on the width of a tab.
    struct Indent {
        var columns: Int
        var characters: Int
    }

    /// Reads the white space before a line, skips lines without a statement, and opens and closes blocks.
    mutating func scanIndentation() throws(Stop) {
        while true {
            let indent = try scanLeadingSpace()
            switch text[position] {
            case Character.lineFeed:
                position += 1
                startLine()
            case UInt8(ascii: "#"):
                while text[position] != Character.lineFeed { position += 1 }
                position += 1
                startLine()
            case 0 where position >= count:
                return
            default:
                try place(indent)
                return
            }
        }
    }

    private mutating func scanLeadingSpace() throws(Stop) -> Indent {
        var indent = Indent(columns: 0, characters: 0)
        var beforeContinuation: Int?
        while true {
            switch text[position] {
            case UInt8(ascii: " "):
                indent.columns += 1
                indent.characters += 1
            case UInt8(ascii: "\t"):
                indent.columns = (indent.columns / 8 + 1) * 8
                indent.characters += 1
            case Character.formFeed:
                indent = Indent(columns: 0, characters: 0)
            case UInt8(ascii: "\\"):
                // Only the space before the first backslash counts, if there is any.
                if beforeContinuation == nil, indent.columns > 0 { beforeContinuation = indent.columns }
                try scanContinuation()
                continue
            default:
                if let columns = beforeContinuation { return Indent(columns: columns, characters: columns) }
                return indent
            }
            position += 1
        }
    }

    private mutating func place(_ indent: Indent) throws(Stop) {
        let top = indents[indents.count - 1]
        if indent.columns == top.columns {
            if indent.characters != top.characters { throw inconsistentTabs() }
            return
        }
        let span = SourceSpan(line: line, column: column, endLine: line, endColumn: column)
        if indent.columns > top.columns {
            if indents.count >= SyntaxLimits.indentation {
                throw stopQuietly(
                    Problem(
                        "too many levels of indentation", kind: .indentation, line: line, column: .exactly(1),
                        endColumn: .exactly(0)))
            }
            if indent.characters <= top.characters { throw inconsistentTabs() }
            indents.append(indent)
            tokens.append(token(.indent, start: position, span: span))
            return
        }
        while indents.count > 1, indent.columns < indents[indents.count - 1].columns {
            indents.removeLast()
            tokens.append(token(.dedent, start: position, span: span))
        }
        let now = indents[indents.count - 1]
        if indent.columns != now.columns {
            var end = position
            while text[end] != Character.lineFeed { end += 1 }
            throw stopQuietly(
                Problem(
                    "unindent does not match any outer indentation level", kind: .indentation, line: line,
                    column: .before(UInt32(end + 1 - lineStart)), endColumn: .exactly(-1)))
        }
        if indent.characters != now.characters { throw inconsistentTabs() }
    }

    private mutating func inconsistentTabs() -> Stop {
        stopQuietly(
            Problem(
                "inconsistent use of tabs and spaces in indentation", kind: .tab, line: line, column: .exactly(1),
                endColumn: .exactly(0)))
    }
}
