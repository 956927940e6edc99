import BatonSyntax

/// What is allowed and probably not meant.
extension CodeGenerator {
    func warnOfIdentity(
        _ left: Expression, _ operation: CompareOperator, _ right: Expression, _ span: SourceSpan
    ) {
        guard operation == .is || operation == .isNot else { return }
        guard let literal = left.literalType ?? right.literalType else { return }
        let (word, other) = operation == .is ? ("is", "==") : ("is not", "!=")
        context.warn("\"\(word)\" with '\(literal)' literal. Did you mean \"\(other)\"?", at: span)
    }

    func warnOfCall(_ function: Expression) {
        guard let type = function.uncallableType else { return }
        context.warn("'\(type)' object is not callable; perhaps you missed a comma?", at: function.span)
    }

    func warnOfItem(_ value: Expression, _ index: Expression) {
        if let type = value.unsubscriptableType {
            context.warn("'\(type)' object is not subscriptable; perhaps you missed a comma?", at: value.span)
        } else if let type = value.sequenceType, let indexType = index.unfitIndexType {
            context.warn(
                "\(type) indices must be integers or slices, not \(indexType); perhaps you missed a comma?",
                at: value.span)
        }
    }
}

extension Expression {
    /// The type of a number, str, bytes or tuple constant.
    fileprivate var literalType: String? {
        switch Folding.constant(self) {
        case .int?, .bigInt?: "int"
        case .float?: "float"
        case .complex?: "complex"
        case .str?: "str"
        case .bytes?: "bytes"
        case .tuple?: "tuple"
        default: nil
        }
    }

    fileprivate var uncallableType: String? {
        switch kind {
        case .constant(let constant): constant.typeName
        case .tuple: "tuple"
        case .list, .listComp: "list"
        case .dict, .dictComp: "dict"
        case .set, .setComp: "set"
        case .generatorExp: "generator"
        case .joinedStr, .formattedValue: "str"
        default: nil
        }
    }

    fileprivate var unsubscriptableType: String? {
        switch kind {
        case .constant(let constant):
            switch constant {
            case .string, .surrogateString, .bytes: nil
            default: constant.typeName
            }
        case .set, .setComp: "set"
        case .generatorExp: "generator"
        case .lambda: "function"
        default: nil
        }
    }

    fileprivate var sequenceType: String? {
        switch kind {
        case .constant(.string), .constant(.surrogateString), .joinedStr, .formattedValue: "str"
        case .constant(.bytes): "bytes"
        case .tuple: "tuple"
        case .list, .listComp: "list"
        default: nil
        }
    }

    fileprivate var unfitIndexType: String? {
        switch kind {
        case .constant(let constant):
            switch constant {
            case .integer, .largeInteger, .true, .false: nil
            default: constant.typeName
            }
        case .tuple: "tuple"
        case .list, .listComp: "list"
        case .dict, .dictComp: "dict"
        case .set, .setComp: "set"
        case .generatorExp: "generator"
        case .joinedStr, .formattedValue: "str"
        case .lambda: "function"
        default: nil
        }
    }
}

extension Constant {
    fileprivate var typeName: String {
        switch self {
        case .none: "NoneType"
        case .true, .false: "bool"
        case .ellipsis: "ellipsis"
        case .integer, .largeInteger: "int"
        case .float: "float"
        case .imaginary: "complex"
        case .string, .surrogateString: "str"
        case .bytes: "bytes"
        }
    }
}
