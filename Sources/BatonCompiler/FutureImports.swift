import BatonSyntax

/// `from __future__ import …`: where it may stand, and which features there are.
enum FutureImports {
    /// Features that every version from 3.7 on has anyway.
    private static let mandatory: Set<String> = [
        "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
        "unicode_literals", "generator_stop",
    ]

    static func check(_ body: [Statement], _ context: CompilationContext) {
        var mayFollow = true
        for (index, statement) in body.enumerated() {
            if case .importFrom("__future__", let aliases, 0) = statement.kind, mayFollow {
                for alias in aliases { feature(alias.name, statement.span, context) }
            } else if index > 0 || !isString(statement) {
                mayFollow = false
            }
        }
    }

    private static func feature(_ name: String, _ span: SourceSpan, _ context: CompilationContext) {
        switch name {
        case "annotations": context.annotationsAsText = true
        case "braces": context.failAtLine("not a chance", at: span)
        case "barry_as_FLUFL": break
        default:
            if !mandatory.contains(name) {
                context.failAtLine("future feature \(name) is not defined", at: span)
            }
        }
    }

    private static func isString(_ statement: Statement) -> Bool {
        guard case .expr(let expression) = statement.kind, case .constant(let constant) = expression.kind else {
            return false
        }
        switch constant {
        case .string, .surrogateString: return true
        default: return false
        }
    }

    /// Whether an import is one of `__future__` that `check` has let through.
    static func isMisplaced(_ span: SourceSpan, in body: [Statement]) -> Bool {
        for (index, statement) in body.enumerated() {
            if case .importFrom("__future__", _, 0) = statement.kind {
                if statement.span == span { return false }
            } else if index > 0 || !isString(statement) {
                return true
            }
        }
        return true
    }
}
