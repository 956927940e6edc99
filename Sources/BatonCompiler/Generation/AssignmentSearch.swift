import BatonSyntax

/// Looks for assignment expressions that run as a part of an expression, in its own scope.
enum AssignmentSearch {
    static func contains(_ expression: Expression, _ matches: (String) -> Bool) -> Bool {
        func inside(_ expression: Expression) -> Bool { contains(expression, matches) }
        switch expression.kind {
        case .namedExpr(let target, let value):
            if case .name(let name) = target.kind, matches(name) { return true }
            return inside(value)
        case .name, .constant: return false
        case .boolOp(_, let values), .joinedStr(let values), .set(let values), .list(let values), .tuple(let values):
            return values.contains(where: inside)
        case .binOp(let left, _, let right): return inside(left) || inside(right)
        case .unaryOp(_, let operand): return inside(operand)
        case .lambda(let arguments, _):
            return arguments.defaults.contains(where: inside)
                || arguments.kwDefaults.contains { $0.map(inside) ?? false }
        case .ifExp(let test, let body, let orElse): return inside(test) || inside(body) || inside(orElse)
        case .dict(let keys, let values):
            return keys.contains { $0.map(inside) ?? false } || values.contains(where: inside)
        case .listComp(_, let clauses), .setComp(_, let clauses), .dictComp(_, _, let clauses),
            .generatorExp(_, let clauses):
            return inside(clauses[0].iterable)
        case .yield(let value): return value.map(inside) ?? false
        case .yieldFrom(let value), .attribute(let value, _), .starred(let value): return inside(value)
        case .compare(let left, _, let comparators): return inside(left) || comparators.contains(where: inside)
        case .call(let function, let args, let keywords):
            return inside(function) || args.contains(where: inside) || keywords.contains { inside($0.value) }
        case .formattedValue(let value, _, let formatSpec):
            return inside(value) || (formatSpec.map(inside) ?? false)
        case .subscript(let value, let index): return inside(value) || inside(index)
        case .slice(let lower, let upper, let step):
            return [lower, upper, step].contains { $0.map(inside) ?? false }
        }
    }
}
