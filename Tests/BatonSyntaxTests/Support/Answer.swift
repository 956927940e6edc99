import BatonSyntax

/// What Baton says about a program, as `oracle.py` writes Python's answers.
enum Answer {
    static func about(_ source: [UInt8], file: String = "<test>") -> String {
        do throws(SyntaxFailure) {
            return TreeDump.of(try parse(source, file: file))
        } catch {
            return text(error)
        }
    }

    static func text(_ failure: SyntaxFailure) -> String {
        "\(failure.kind.exceptionName): \(failure.message) "
            + "\(failure.line) \(failure.column) \(failure.endLine) \(failure.endColumn)"
    }

    /// The failure of a program; nothing if it has none.
    static func failure(_ source: String, mode: ParseMode = .exec) -> SyntaxFailure? {
        do throws(SyntaxFailure) {
            _ = try parse(Array(source.utf8), file: "<test>", mode: mode)
            return nil
        } catch {
            return error
        }
    }
}
