/// An allow-threads block as it stands in the source, and the ways out of it that do not attach.
///
/// Clang says that some path through a function is wrong, and names the end of the function; here is looked for the
/// statement that makes it wrong. What is found counts only where clang agrees, but for what clang does not follow:
/// `throw` and `longjmp`.
struct AllowThreadsBlock {
    struct WayOut {
        let statement: String
        let line: Int
        let column: Int
        /// Whether clang knows that the statement leaves the block.
        var isFollowedByClang: Bool { statement != "throw" && !statement.hasSuffix("longjmp") }
    }

    let isConditional: Bool
    let first: Int
    private(set) var last: Int
    private(set) var waysOut: [WayOut] = []
    /// Lines in which the thread is attached for a while.
    private var attachedLines: Set<Int> = []

    /// Whether the thread is detached in a line of the block.
    func isDetached(in line: Int) -> Bool { (first...last).contains(line) && !attachedLines.contains(line) }

    /// All blocks of a file.
    static func all(in source: CSource) -> [AllowThreadsBlock] {
        var blocks: [AllowThreadsBlock] = []
        var index = 0
        let tokens = source.tokens
        while index < tokens.count {
            guard begins.contains(String(tokens[index].text)), !isDefinition(tokens, index) else {
                index += 1
                continue
            }
            blocks.append(AllowThreadsBlock(tokens, &index))
        }
        return blocks
    }

    private static let begins: Set<String> = ["Bt_BEGIN_ALLOW_THREADS", "Bt_BEGIN_ALLOW_THREADS_IF"]
    private static let ends: Set<String> = ["Bt_END_ALLOW_THREADS", "Bt_END_ALLOW_THREADS_IF"]

    private static func isDefinition(_ tokens: [CSource.Token], _ index: Int) -> Bool {
        index > 0 && tokens[index - 1].text == "define"
    }

    /// Read from the beginning of a block, at `index`, to its end.
    private init(_ tokens: [CSource.Token], _ index: inout Int) {
        isConditional = tokens[index].text.hasSuffix("_IF")
        first = tokens[index].line
        last = first
        index += 1
        let start = index
        var depth = 1
        var nesting = Nesting()
        var hasJumpTarget = false
        while index < tokens.count {
            let token = tokens[index]
            last = token.line
            let text = String(token.text)
            if Self.begins.contains(text) { depth += 1 }
            if Self.ends.contains(text) {
                depth -= 1
                if depth == 0 {
                    index += 1
                    break
                }
            }
            if text == "setjmp" || text == "sigsetjmp" || text == "_setjmp" { hasJumpTarget = true }
            nesting.step(text, after: index > 0 ? tokens[index - 1].text : "")
            if nesting.isAttached { attachedLines.insert(token.line) }
            if depth == 1, !nesting.isAttached, !nesting.isInLambda, let statement = nesting.wayOut(text) {
                let isInside =
                    statement == "goto" && Self.isLabel(tokens, after: start, tokens.dropFirst(index + 1).first?.text)
                if !isInside {
                    waysOut.append(WayOut(statement: statement, line: token.line, column: token.column))
                }
            }
            index += 1
        }
        // A jump to a place in the block stays in it.
        if hasJumpTarget { waysOut.removeAll { $0.statement.hasSuffix("longjmp") } }
    }

    /// Whether the block that begins at `start` has this label.
    private static func isLabel(_ tokens: [CSource.Token], after start: Int, _ label: Substring?) -> Bool {
        var index = start
        while index + 1 < tokens.count, !ends.contains(String(tokens[index].text)) {
            if tokens[index].text == label ?? "", tokens[index + 1].text == ":", tokens[index - 1].text != "goto" {
                return true
            }
            index += 1
        }
        return false
    }
}

/// The braces that are open inside a block, and what they are of.
private struct Nesting {
    private struct Brace {
        var isLoop = false
        var isSwitch = false
        var isTry = false
        var isLambda = false
        var wasAttached = false
    }

    private var braces: [Brace] = []
    private var pending = Brace()
    private var parentheses = 0
    private(set) var isAttached = false

    var isInLambda: Bool { braces.contains(where: \.isLambda) }

    mutating func step(_ text: String, after previous: Substring) {
        switch text {
        case "for", "while", "do": pending.isLoop = true
        case "switch": pending.isSwitch = true
        case "try": pending.isTry = true
        case "[": if !previous.isOperand { pending.isLambda = true }
        case "(": parentheses += 1
        case ")": parentheses -= 1
        case "{":
            pending.wasAttached = isAttached
            braces.append(pending)
            pending = Brace()
        case "}":
            if let closed = braces.popLast() { isAttached = closed.wasAttached }
        case ";": if parentheses == 0 { pending = Brace() }
        case "Bt_BLOCK_THREADS", "Bt_BLOCK_THREADS_IF": isAttached = true
        case "Bt_UNBLOCK_THREADS": isAttached = false
        default: break
        }
    }

    /// The statement that leaves the block, if `text` is one.
    func wayOut(_ text: String) -> String? {
        switch text {
        case "return", "goto", "longjmp", "siglongjmp": text
        case _ where text.hasPrefix("Bt_RETURN_"): text
        case "throw": braces.contains(where: \.isTry) ? nil : text
        case "break": braces.contains { $0.isLoop || $0.isSwitch } || pending.isLoop || pending.isSwitch ? nil : text
        case "continue": braces.contains(where: \.isLoop) || pending.isLoop ? nil : text
        default: nil
        }
    }
}

extension Substring {
    /// Whether a bracket behind it is an index.
    fileprivate var isOperand: Bool {
        last.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ")" || $0 == "]" } ?? false
    }
}
