extension Expression {
    /// What messages call it.
    var description: String {
        switch kind {
        case .attribute: "attribute"
        case .subscript: "subscript"
        case .starred: "starred"
        case .name: "name"
        case .list: "list"
        case .tuple: "tuple"
        case .lambda: "lambda"
        case .call: "function call"
        case .boolOp, .binOp, .unaryOp: "expression"
        case .generatorExp: "generator expression"
        case .yield, .yieldFrom: "yield expression"
        case .listComp: "list comprehension"
        case .setComp: "set comprehension"
        case .dictComp: "dict comprehension"
        case .dict: "dict literal"
        case .set: "set display"
        case .joinedStr, .formattedValue: "f-string expression"
        case .constant(.none): "None"
        case .constant(.true): "True"
        case .constant(.false): "False"
        case .constant(.ellipsis): "ellipsis"
        case .constant: "literal"
        case .compare: "comparison"
        case .ifExp: "conditional expression"
        case .namedExpr: "named expression"
        case .slice: "slice"
        }
    }

    /// What nobody means to compare with `==` when it stands before `=`.
    var isDisplayOrConstant: Bool {
        switch kind {
        case .list, .tuple, .generatorExp, .constant(.true), .constant(.false), .constant(.none): true
        default: false
        }
    }
}
