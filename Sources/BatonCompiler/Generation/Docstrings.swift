import BatonSyntax

extension CodeGenerator {
    /// The docstring that a body begins with.
    static func docstring(_ body: [Statement]) -> (text: CompiledConstant, span: SourceSpan)? {
        guard let first = body.first, case .expr(let expression) = first.kind,
            case .constant(let constant) = expression.kind
        else { return nil }
        switch constant {
        case .string, .surrogateString: return (CompiledConstant(constant), expression.span)
        default: return nil
        }
    }
}

/// A docstring without the indentation of its lines, as CPython 3.13 keeps it.
enum CleanedDocstring {
    private static let space: UInt32 = 0x20
    private static let tab: UInt32 = 0x09
    private static let lineFeed: UInt32 = 0x0A

    static func clean(_ constant: CompiledConstant) -> CompiledConstant {
        guard case .str(let scalars) = constant else { return constant }
        let text = expandTabs(scalars)
        var lines = text.split(separator: lineFeed, omittingEmptySubsequences: false)
        let margin = lines.dropFirst().compactMap { line in line.firstIndex { $0 != space }.map { $0 - line.startIndex }
        }
        .min()
        lines[0] = lines[0].drop { $0 == space }
        if let margin {
            for index in lines.indices.dropFirst() { lines[index] = dropMargin(lines[index], margin) }
        }
        return .str(Array(lines.joined(separator: [lineFeed])))
    }

    private static func dropMargin(_ line: ArraySlice<UInt32>, _ margin: Int) -> ArraySlice<UInt32> {
        let blanks = line.prefix { $0 == space }.count
        return line.dropFirst(min(blanks, margin))
    }

    private static func expandTabs(_ scalars: [UInt32]) -> [UInt32] {
        guard scalars.contains(tab) else { return scalars }
        var result: [UInt32] = []
        var column = 0
        for scalar in scalars {
            if scalar == tab {
                let width = 8 - column % 8
                result += [UInt32](repeating: space, count: width)
                column += width
            } else {
                result.append(scalar)
                column = scalar == lineFeed || scalar == 0x0D ? 0 : column + 1
            }
        }
        return result
    }
}
