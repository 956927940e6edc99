internal import BatonCompiler
internal import BatonSyntax
internal import CBaton
internal import CBaton.Host

// Source to a code object. What the parser and the compiler say becomes an exception or a warning here.

/// What a source is compiled for.
package enum SourceMode: Sendable {
    /// A module: any number of statements.
    case exec
    /// One expression, whose value the code returns.
    case eval
    /// One statement at a prompt: values of expressions are shown.
    case single
}

/// Compile a source, in the encoding that it declares, to a code object; nil with SyntaxError or another exception set.
///
/// - Parameters:
///   - origin: where the source comes from.
///   - usesNamespace: names of the outermost level belong to a namespace that is not that of the globals.
package func compileToCode(
    _ source: [UInt8], file: String, origin: SourceOrigin = .bytes, mode: SourceMode = .exec,
    usesNamespace: Bool = false
) -> Ref? {
    let text: SourceText
    do throws(SyntaxFailure) {
        text = try sourceText(of: source, file: file, origin)
    } catch {
        return raise(error)
    }
    let made = DeepStack.run(forSource: source.count, above: _bt_current_thread().pointee.stack_limit) {
        attempt(text, origin, mode, usesNamespace)
    }
    for (message, line) in made.warnings {
        guard warn(message, file, line) else { return nil }
    }
    switch made.outcome {
    case .failure(let failure): return raise(made.isCompiled ? failure.ofProgram() : failure)
    case .success(let compilation):
        for warning in compilation.warnings {
            guard warn(warning.message, file, warning.line) else { return nil }
        }
        return makeCode(compilation.code)?.ref
    }
}

/// What came of a source: the parser's warnings, and the code or the failure.
private struct CompilationAttempt {
    var warnings: [(message: String, line: Int)]
    var outcome: Result<Compilation, SyntaxFailure>
    /// Whether the parser was content.
    var isCompiled = false
}

/// Parse and compile, without objects; the tree, which may be deep, ends here.
private func attempt(
    _ source: SourceText, _ origin: SourceOrigin, _ mode: SourceMode, _ usesNamespace: Bool
) -> CompilationAttempt {
    let modes: (parse: ParseMode, compile: CompilationMode) =
        switch mode {
        case .exec: (origin == .program ? .program : .exec, .module)
        case .eval: (.eval, .evaluation)
        case .single: (.single, .interactive)
        }
    var warnings: [(message: String, line: Int)] = []
    var isCompiled = false
    do throws(SyntaxFailure) {
        let module = try parse(source, mode: modes.parse)
        warnings = module.warnings.map { ($0.message, $0.line) }
        isCompiled = true
        let compilation = try compile(module, mode: modes.compile, usesNamespace: usesNamespace)
        return CompilationAttempt(warnings: warnings, outcome: .success(compilation))
    } catch {
        return CompilationAttempt(warnings: warnings, outcome: .failure(error), isCompiled: isCompiled)
    }
}

extension SyntaxFailure {
    /// A failure of the compiler, which has no text: its line is read from the file, if there is one.
    fileprivate func ofProgram() -> SyntaxFailure {
        var failure = self
        failure.text = line > 0 ? lineOnDisk(file, line).map { $0 + "\n" } : nil
        return failure
    }
}

/// Issue a SyntaxWarning; false: it was made an error, which is set.
private func warn(_ message: String, _ file: String, _ line: Int) -> Bool {
    BtErr_WarnExplicit(BtExc_SyntaxWarning, message, file, CInt(truncatingIfNeeded: line), nil, nil) >= 0
}

/// Raise what a source fails with.
private func raise(_ failure: SyntaxFailure) -> Ref? {
    let type: Ref
    switch failure.kind {
    case .memory: return raise(BtExc_MemoryError, failure.message)
    case .recursion: return raise(BtExc_RecursionError, failure.message)
    case .syntax, .incompleteInput: type = BtExc_SyntaxError
    case .indentation: type = BtExc_IndentationError
    case .tab: type = BtExc_TabError
    }
    if failure.file.isEmpty { return raise(type, failure.message) }
    func number(_ value: Int) -> Ref { makeInt(value) ?? noneRef }
    guard let message = makeString(failure.message), let file = makeString(failure.file),
        let text = failure.text.map(makeString) ?? noneRef,
        let place = makeTuple(
            failure.line == 0 && failure.text == nil
                ? [file, number(0), number(-1), text]
                : [
                    file, number(failure.line), number(failure.column), text, number(failure.endLine),
                    failure.text == nil && failure.endColumn == 0 ? noneRef : number(failure.endColumn),
                ]), let arguments = makeTuple(message, place)
    else { return nil }
    BtErr_SetObject(type, arguments)
    for object in [message, file, text, place, arguments] { Bt_DECREF_(object) }
    return nil
}
