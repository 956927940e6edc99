extension Parser {
    /// What one string token holds.
    private enum Literal {
        case text(LiteralText)
        case bytes([UInt8])
    }

    /// A piece of an f-string, or of several literals side by side.
    enum StringPart {
        case text(LiteralText, SourceSpan)
        case value(Expression)
    }

    /// One or more string literals; neighbours are joined.
    mutating func strings() throws(Stop) -> Expression {
        let start = span
        if kind == .string, peek(1) != .string, peek(1) != .fStringStart {
            let literal = try literal(tokens[index])
            advance()
            switch literal {
            case .text(let text): return leaf(.constant(text.constant), start)
            case .bytes(let bytes): return leaf(.constant(.bytes(bytes)), start)
            }
        }
        var parts: [StringPart] = []
        var bytes: [UInt8]?
        var hasText = false
        var isFormatted = false
        while true {
            if kind == .string {
                let span = span
                switch try literal(tokens[index]) {
                case .text(let text):
                    hasText = true
                    parts.append(.text(text, span))
                case .bytes(let more):
                    bytes = (bytes ?? []) + more
                }
                advance()
            } else if kind == .fStringStart {
                hasText = true
                isFormatted = true
                try descend()
                try fString(&parts)
                ascend()
            } else {
                break
            }
        }
        let span = span(from: start)
        if let bytes {
            if hasText { throw fail("cannot mix bytes and nonbytes literals") }
            return leaf(.constant(.bytes(bytes)), span)
        }
        let values = try joined(parts, keepsEmpty: !isFormatted)
        if isFormatted { return try node(.joinedStr(values), span, over: tallest(values)) }
        return leaf(values[0].kind, span)
    }

    /// Makes one constant of neighbouring texts, and drops empty ones.
    private func joined(_ parts: [StringPart], keepsEmpty: Bool) throws(Stop) -> [Expression] {
        var values: [Expression] = []
        var pending: (text: LiteralText, span: SourceSpan)?
        func flush() {
            guard let last = pending else { return }
            if keepsEmpty || !last.text.isEmpty { values.append(leaf(.constant(last.text.constant), last.span)) }
            pending = nil
        }
        for part in parts {
            switch part {
            case .text(let text, let span):
                if var before = pending {
                    before.text.append(text)
                    pending = (before.text, before.span.through(span))
                } else {
                    pending = (text, span)
                }
            case .value(let value):
                flush()
                values.append(value)
            }
        }
        flush()
        return values
    }

    // MARK: Literals

    private mutating func literal(_ token: Token) throws(Stop) -> Literal {
        let bytes = bytes(token)
        var prefix = StringPrefix()
        var start = 0
        while prefix.take(bytes[start]) { start += 1 }
        let isTriple = bytes.count - start >= 6 && bytes[start + 1] == bytes[start] && bytes[start + 2] == bytes[start]
        let quotes = isTriple ? 3 : 1
        let content = UnsafeBufferPointer(rebasing: bytes[start + quotes..<bytes.count - quotes])
        if prefix.isBytes, !token.isASCII {
            throw fail("bytes can only contain ASCII literal characters", at: token.span)
        }
        let text = try decoded(content, isRaw: prefix.isRaw, isBytes: prefix.isBytes, token)
        return prefix.isBytes ? .bytes(text.bytes) : .text(text)
    }

    private mutating func decoded(
        _ content: UnsafeBufferPointer<UInt8>, isRaw: Bool, isBytes: Bool, _ token: Token
    ) throws(Stop) -> LiteralText {
        if isRaw || !content.contains(UInt8(ascii: "\\")) { return LiteralText(bytes: Array(content)) }
        var decoder = EscapeDecoder(content, isBytes: isBytes)
        do {
            try decoder.run()
        } catch {
            throw fail(error.message)
        }
        if let warning = decoder.warning, !isDiagnosing {
            warnings.append(SyntaxWarning(warning, line: token.span.line))
        }
        return decoder.result
    }

    // MARK: F-strings

    private mutating func fString(_ parts: inout [StringPart]) throws(Stop) {
        let isRaw = bytes(tokens[index]).contains { $0 | 0x20 == UInt8(ascii: "r") }
        advance()
        try fStringParts(&parts, isRaw: isRaw)
        try expect(.fStringEnd)
    }

    private mutating func fStringParts(_ parts: inout [StringPart], isRaw: Bool) throws(Stop) {
        while true {
            switch kind {
            case .fStringMiddle:
                let token = tokens[index]
                advance()
                parts.append(
                    .text(try decoded(bytes(token), isRaw: isRaw, isBytes: false, token), token.span))
            case .openBrace:
                try replacementField(&parts, isRaw: isRaw)
            default:
                return
            }
        }
    }

    /// `{value = !r:spec}`.
    private mutating func replacementField(_ parts: inout [StringPart], isRaw: Bool) throws(Stop) {
        let start = span
        let textStart = tokens[index].end
        advance()
        if isDiagnosing { try diagnoseFieldStart() }
        let value = try fieldValue()
        var debugText: LiteralText?
        if isDiagnosing { try diagnoseAfterFieldValue() }
        if accept(.equal) {
            if isDiagnosing { try diagnoseAfterDebugEqual() }
            debugText = sourceText(from: textStart, to: tokens[index].start)
        }
        var debugEnd: SourceSpan?
        var conversion: Conversion?
        if kind == .exclamation {
            conversion = try fieldConversion()
            debugEnd = previousSpan
            if isDiagnosing, kind != .fieldColon, kind != .closeBrace {
                throw fail("f-string: expecting ':' or '}'", at: span)
            }
        }
        var formatSpec: Expression?
        if kind == .fieldColon {
            debugEnd = debugEnd ?? SourceSpan(line: span.line, column: span.column + 1, endLine: 0, endColumn: 0)
            formatSpec = try fieldSpec(isRaw: isRaw)
        }
        try expect(.closeBrace)
        let whole = span(from: start)
        if debugText != nil, conversion == nil, formatSpec == nil { conversion = .repr }
        if let debugText {
            let end = debugEnd ?? SourceSpan(line: 0, column: 0, endLine: 0, endColumn: 0)
            let line = debugEnd == nil ? whole.endLine : end.line
            let column = debugEnd == nil ? whole.endColumn : end.column
            parts.append(
                .text(
                    debugText,
                    SourceSpan(
                        line: start.line, column: start.column + 1, endLine: line, endColumn: max(column, 1) - 1)))
        }
        parts.append(
            .value(
                try node(
                    .formattedValue(value: value, conversion, formatSpec: formatSpec), whole,
                    over: max(value.height, formatSpec?.height ?? 0))))
    }

    private mutating func fieldValue() throws(Stop) -> Expression {
        guard isDiagnosing else { return try annotatedValue() }
        let value = try attempt { parser throws(Stop) in try parser.annotatedValue() }
        guard let value else { throw fail("f-string: expecting a valid expression after '{'", at: span) }
        return value
    }

    private mutating func fieldConversion() throws(Stop) -> Conversion {
        let exclamation = tokens[index]
        advance()
        if isDiagnosing, kind == .fieldColon || kind == .closeBrace {
            throw fail("f-string: missing conversion character", at: span)
        }
        if isDiagnosing, kind != .name { throw fail("f-string: invalid conversion character", at: span) }
        let token = tokens[index]
        let letter = try expectName()
        if token.start != exclamation.end {
            throw fail(
                "f-string: conversion type must come right after the exclamation mark",
                at: exclamation.span.through(token.span))
        }
        switch letter {
        case "s": return .str
        case "r": return .repr
        case "a": return .ascii
        default:
            throw fail(
                "f-string: invalid conversion character '\(letter)': expected 's', 'r', or 'a'", at: token.span)
        }
    }

    private mutating func fieldSpec(isRaw: Bool) throws(Stop) -> Expression {
        let start = span
        advance()
        var parts: [StringPart] = []
        try descend()
        try fStringParts(&parts, isRaw: isRaw)
        ascend()
        let values = try joined(parts, keepsEmpty: false)
        if isDiagnosing, kind != .closeBrace {
            throw fail("f-string: expecting '}', or format specs", at: span)
        }
        return try node(.joinedStr(values), span(from: start), over: tallest(values))
    }

    /// The source between two places, without comments.
    private func sourceText(from start: UInt32, to end: UInt32) -> LiteralText {
        let source = UnsafeBufferPointer(start: text + Int(start), count: Int(end - start))
        guard source.contains(UInt8(ascii: "#")) else { return LiteralText(bytes: Array(source)) }
        var result: [UInt8] = []
        var quote: UInt8?
        var isComment = false
        for byte in source {
            if byte == Character.lineFeed { isComment = false }
            if isComment { continue }
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == UInt8(ascii: "#") {
                isComment = true
                continue
            }
            result.append(byte)
        }
        return LiteralText(bytes: result)
    }
}
