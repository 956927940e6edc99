/// What clang's words mean in terms of the contract.
///
/// Clang follows capabilities through a function; one imbalance makes it complain again and again behind it. Of a
/// function's complaints about balance the first counts, and behind a path that may or may not be attached it is not
/// believed that the thread is detached.
struct Interpretation {
    let source: CSource
    let file: String
    let strength: ContractStrength
    private let blocks: [AllowThreadsBlock]

    init(source: CSource, file: String, strength: ContractStrength) {
        self.source = source
        self.file = file
        self.strength = strength
        blocks = AllowThreadsBlock.all(in: source)
    }

    func findings(_ diagnostics: [Diagnostic]) -> [Finding] {
        var findings: [Finding] = []
        var unbalanced: [Int: Int] = [:]  // a function's first line, the line of its first complaint about balance
        var uncertain: [Int: Int] = [:]  // likewise, of its first doubtful path
        for diagnostic in diagnostics.sorted(by: { ($0.line, $0.column) < ($1.line, $1.column) }) {
            guard let meaning = ClangMeaning(diagnostic) else { continue }
            let function = functionLine(of: diagnostic)
            if meaning.isOfBalance {
                if unbalanced[function] != nil { continue }
                unbalanced[function] = diagnostic.line
                if case .doubtfulPath = meaning { uncertain[function] = diagnostic.line }
            } else if case .needsAttached = meaning, let doubt = uncertain[function], doubt <= diagnostic.line {
                continue
            }
            findings += told(meaning, diagnostic, function)
        }
        for block in blocks {
            for way in block.waysOut where !way.isFollowedByClang {
                findings.append(leaving(way, block))
            }
        }
        var seen: Set<[Int]> = []
        return findings.filter { seen.insert([$0.rule, $0.line]).inserted }
            .sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }

    /// The line in which the function begins that a warning is about.
    private func functionLine(of diagnostic: Diagnostic) -> Int {
        diagnostic.notes.first { $0.text.hasPrefix("thread warning in function") }?.line ?? 0
    }

    private func finding(_ rule: Int, _ diagnostic: Diagnostic, _ message: String) -> Finding {
        Finding(rule: rule, file: file, line: diagnostic.line, column: diagnostic.column, message: message)
    }

    private func leaving(_ way: AllowThreadsBlock.WayOut, _ block: AllowThreadsBlock) -> Finding {
        let mend =
            way.statement == "throw" || way.statement.hasSuffix("longjmp")
            ? "End the block first." : "Put Bt_BLOCK_THREADS\(block.isConditional ? "_IF" : "") before it."
        return Finding(
            rule: 4, file: file, line: way.line, column: way.column,
            message: "\(way.statement) leaves the allow-threads block of line \(block.first) without attaching. \(mend)"
        )
    }

    private func told(_ meaning: ClangMeaning, _ diagnostic: Diagnostic, _ function: Int) -> [Finding] {
        // A macro's name as the author wrote it, else the function's.
        let written = source.name(line: diagnostic.line, column: diagnostic.column)
        let subject = written ?? diagnostic.subject ?? "this"
        switch meaning {
        case .needsAttached:
            let isField = !source.isCall(line: diagnostic.line, column: diagnostic.column)
            return [touching(subject, isField: isField, diagnostic, function)]
        case .waits:
            return [
                finding(
                    7, diagnostic,
                    "\(subject) may wait, and the thread is attached: no other runs meanwhile. Put an allow-threads block "
                        + "around it.")
            ]
        case .holdsMutex:
            return [
                finding(
                    8, diagnostic,
                    "\(subject) waits to attach while a native mutex is held: who holds the lock and wants the mutex waits "
                        + "for ever. Unlock first, or use BtMutex.")
            ]
        case .ignored:
            return ignored(subject, diagnostic)
        case .notTested:
            return [
                finding(
                    10, diagnostic,
                    "the token was not tested: after shutdown has begun it is NULL, and the thread is not attached.")
            ]
        case .twice(let isRestore):
            return [balance(subject, isRestore: isRestore, diagnostic)]
        case .doubtfulPath(let acquired):
            return doubtful(acquired, diagnostic, function)
        }
    }

    private func touching(_ subject: String, isField: Bool, _ diagnostic: Diagnostic, _ function: Int) -> Finding {
        guard isInBlock(diagnostic.line, function) else {
            let what = isField ? "\(subject) is touched" : "\(subject) is called"
            return finding(
                1, diagnostic,
                "\(what) where the thread is not known to be attached. Mark the function BT_ATTACHED (methods: BT_METHOD, "
                    + "slots: BT_FUNCTION) if its callers are attached; a thread of its own attaches by BtGILState_Ensure."
            )
        }
        if isField {
            return finding(
                1, diagnostic,
                "\(subject), a field of an object, is touched inside an allow-threads block. Copy it before the block.")
        }
        if Self.pins(subject) {
            return finding(
                2, diagnostic,
                "\(subject) takes or drops what a block works on inside the block. Pin before it, release after it.")
        }
        if Self.raises(subject) {
            return finding(
                9, diagnostic,
                "\(subject) sets an error inside an allow-threads block. Keep what went wrong in a native variable and "
                    + "set the error after it.")
        }
        return finding(
            1, diagnostic,
            "\(subject), which needs an attached thread, is called inside an allow-threads block. Call it before or after."
        )
    }

    /// Whether a line is inside a block, as far as the source tells.
    private func isInBlock(_ line: Int, _ function: Int) -> Bool {
        if strength == .relaxed { return true }
        if blocks.contains(where: { $0.isDetached(in: line) }) { return true }
        return source.tokens.contains { $0.text == "BtEval_SaveThread" && $0.line >= function && $0.line <= line }
    }

    private func ignored(_ subject: String, _ diagnostic: Diagnostic) -> [Finding] {
        guard subject.hasPrefix("Bt") || subject.hasPrefix("_Bt") else { return [] }
        if subject.hasPrefix("BtThreadState_Ensure") {
            return [
                finding(
                    10, diagnostic,
                    "the token of \(subject) is thrown away: it tells whether the thread is attached, and is what is "
                        + "released.")
            ]
        }
        if subject == "BtGILState_Ensure" {
            return [finding(5, diagnostic, "the result of \(subject) is thrown away; BtGILState_Release needs it.")]
        }
        return [
            finding(
                9, diagnostic,
                "the result of \(subject) is thrown away: it says whether an error is set, and that must be returned or "
                    + "cleared.")
        ]
    }

    private func balance(_ subject: String, isRestore: Bool, _ diagnostic: Diagnostic) -> Finding {
        if subject.hasPrefix("BtGILState") {
            let what = isRestore ? "is called attached" : "is called where no BtGILState_Ensure is to be undone"
            return finding(5, diagnostic, "\(subject) \(what). Ensure and release come in pairs.")
        }
        if isRestore {
            return finding(
                3, diagnostic, "\(subject) restores where the thread is attached already: each save is restored once.")
        }
        return finding(
            3, diagnostic,
            "\(subject) saves where the thread is not known to be attached: blocks do not nest, and each save is restored "
                + "before the next. A function whose callers are attached is marked BT_ATTACHED.")
    }

    /// Some paths are attached, others not: ways out of blocks, saves under a condition, releases that are missing.
    private func doubtful(_ acquired: Diagnostic?, _ diagnostic: Diagnostic, _ function: Int) -> [Finding] {
        if let acquired, let name = source.name(line: acquired.line, column: acquired.column),
            name == "BtGILState_Ensure"
        {
            return [
                finding(
                    5, diagnostic,
                    "the \(name) of line \(acquired.line) is not undone on every path to here. Release once on each.")
            ]
        }
        let lines = source.function(at: function == 0 ? diagnostic.line : function)
        let leaving = blocks.filter { lines.contains($0.first) }.flatMap { block in
            block.waysOut.filter(\.isFollowedByClang).map { self.leaving($0, block) }
        }
        if !leaving.isEmpty { return leaving }
        return [
            finding(
                4, diagnostic,
                "the thread is detached on some paths to here and attached on others. Restore on each path; for a release "
                    + "that depends on a condition use Bt_BEGIN_ALLOW_THREADS_IF and Bt_END_ALLOW_THREADS_IF.")
        ]
    }

    private static func pins(_ name: String) -> Bool {
        ["INCREF", "DECREF", "NewRef", "IncRef", "DecRef", "CLEAR", "SETREF"].contains { name.contains($0) }
            || name == "BtObject_GetBuffer" || name == "BtBuffer_Release"
    }

    private static func raises(_ name: String) -> Bool {
        ["Set", "Format", "NoMemory", "Bad", "Restore", "SyntaxLocation"].contains { name.hasPrefix("BtErr_\($0)") }
    }
}
