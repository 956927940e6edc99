import BatonRuntime
import CBaton

// A small part of Python's expressions, evaluated through the C API, so that rows of tests can be written as Python and
// their expected values taken from python3.

/// Evaluate statements separated by ";" and give the repr of the last one's value, or "Type: text" of what is raised.
func evaluated(_ source: String) -> String {
    do {
        var expression = try Expression(source)
        let value = try expression.run()
        return text(BtObject_Repr(value.ref))
    } catch is Expression.Raised {
        return takeException() ?? "nothing raised"
    } catch {
        return "\(error)"
    }
}

/// An owned reference.
final class Owned {
    let ref: Ref
    init(_ ref: Ref) { self.ref = ref }
    deinit { Bt_DECREF_(ref) }
}

struct Expression {
    /// Holds every value until the expression is done: a `ref` taken out of an `Owned` does not keep it alive.
    private final class Pool {
        var owned: [Owned] = []
    }

    /// An exception is set.
    struct Raised: Error {}
    struct Malformed: Error, CustomStringConvertible {
        let description: String
    }

    private var tokens: [Token]
    private var index = 0
    private let pool = Pool()
    private var variables: [String: Owned] = [:]

    /// The names stand for objects that are borrowed.
    init(_ source: String, names: [String: Ref] = [:]) throws {
        tokens = try Token.split(source)
        variables = names.mapValues {
            Bt_INCREF_($0)
            return Owned($0)
        }
    }

    mutating func run() throws -> Owned {
        var last = Owned(noneRef)
        while index < tokens.count {
            last = try statement()
            if !take(";") { break }
        }
        guard index == tokens.count else { throw Malformed(description: "unexpected \(tokens[index])") }
        return last
    }

    // MARK: Statements

    private mutating func statement() throws -> Owned {
        if take(name: "del") {
            let (container, key) = try target()
            return try check(BtObject_DelItem(container.ref, key.ref))
        }
        if case .name(let name)? = peek(), index + 1 < tokens.count, case .mark("=") = tokens[index + 1] {
            index += 2
            variables[name] = try expression()
            return Owned(noneRef)
        }
        if case .name(let name)? = peek(), index + 1 < tokens.count, case .mark(let mark) = tokens[index + 1],
            mark == "+=" || mark == "*="
        {
            index += 2
            let (left, right) = (try variable(name), try expression())
            variables[name] = try own(
                mark == "+="
                    ? BtNumber_InPlaceAdd(left.ref, right.ref) : BtNumber_InPlaceMultiply(left.ref, right.ref))
            return Owned(noneRef)
        }
        guard isItemAssignment() else { return try expression() }
        let (container, key) = try target()
        index += 1
        return try check(BtObject_SetItem(container.ref, key.ref, try expression().ref))
    }

    /// Whether `name[key] =` comes next.
    private func isItemAssignment() -> Bool {
        guard case .name? = peek(), index + 1 < tokens.count, tokens[index + 1] == .mark("[") else { return false }
        var depth = 0
        for place in (index + 1)..<tokens.count {
            if tokens[place] == .mark("[") { depth += 1 }
            if tokens[place] == .mark("]") { depth -= 1 }
            if depth == 0 { return place + 1 < tokens.count && tokens[place + 1] == .mark("=") }
        }
        return false
    }

    /// `name[key]`, not evaluated.
    private mutating func target() throws -> (Owned, Owned) {
        guard case .name(let name)? = peek() else { throw Malformed(description: "no name to assign to") }
        index += 1
        let container = try variable(name)
        guard take("[") else { throw Malformed(description: "no item to assign to") }
        return (container, try key())
    }

    // MARK: Expressions

    private mutating func expression() throws -> Owned {
        let left = try sum()
        let operations: [String: CInt] = [
            "==": BT_EQ, "!=": BT_NE, "<": BT_LT, "<=": BT_LE, ">": BT_GT, ">=": BT_GE,
        ]
        if case .mark(let mark)? = peek(), let operation = operations[mark] {
            index += 1
            return try own(BtObject_RichCompare(left.ref, try sum().ref, operation))
        }
        if take(name: "in") {
            let found = BtSequence_Contains(try sum().ref, left.ref)
            if found < 0 { throw Raised() }
            return Owned(found != 0 ? trueRef : falseRef)
        }
        return left
    }

    private mutating func sum() throws -> Owned {
        var left = try product()
        while take("+") { left = try own(BtNumber_Add(left.ref, try product().ref)) }
        return left
    }

    private mutating func product() throws -> Owned {
        var left = try postfix()
        while true {
            if take("*") {
                left = try own(BtNumber_Multiply(left.ref, try postfix().ref))
            } else if take("%") {
                left = try own(BtNumber_Remainder(left.ref, try postfix().ref))
            } else {
                return left
            }
        }
    }

    private mutating func postfix() throws -> Owned {
        var value = try atom()
        while true {
            if take(".") {
                guard case .name(let name)? = peek() else { throw Malformed(description: "no attribute name") }
                index += 1
                value = try own(BtObject_GetAttrString(value.ref, name))
            } else if take("(") {
                value = try call(value)
            } else if take("[") {
                value = try own(BtObject_GetItem(value.ref, try key().ref))
            } else {
                return value
            }
        }
    }

    private mutating func call(_ function: Owned) throws -> Owned {
        var positional: [Owned] = []
        let keywords = try own(BtDict_New())
        while !take(")") {
            if case .name(let name)? = peek(), index + 1 < tokens.count, case .mark("=") = tokens[index + 1] {
                index += 2
                _ = try check(BtDict_SetItemString(keywords.ref, name, try expression().ref))
            } else {
                positional.append(try expression())
            }
            _ = take(",")
        }
        let arguments = try tuple(positional)
        return try own(BtObject_Call(function.ref, arguments.ref, keywords.ref))
    }

    /// What stands between brackets behind a value: a slice, an index, or a tuple of them.
    private mutating func key() throws -> Owned {
        var items: [Owned] = []
        var isTuple = false
        while !take("]") {
            items.append(try sliceOrIndex())
            if take(",") { isTuple = true }
        }
        return items.count == 1 && !isTuple ? items[0] : try tuple(items)
    }

    private mutating func sliceOrIndex() throws -> Owned {
        var parts = [Owned(noneRef), Owned(noneRef), Owned(noneRef)]
        var part = 0
        while let token = peek(), token != .mark("]"), token != .mark(",") {
            if take(":") {
                part += 1
            } else {
                parts[part] = try expression()
            }
        }
        return part == 0 ? parts[0] : try own(BtSlice_New(parts[0].ref, parts[1].ref, parts[2].ref))
    }

    private mutating func atom() throws -> Owned {
        guard let token = peek() else { throw Malformed(description: "no value") }
        index += 1
        switch token {
        case .bytes(let values): return try own(bytes(values))
        case .text(let value): return try own(str(value))
        case .number(let digits): return try own(BtLong_FromString(digits, nil, 0))
        case .float(let digits): return try own(BtFloat_FromDouble(Double(digits)!))
        case .name(let name): return try variable(name)
        case .mark("-"): return try own(BtNumber_Negative(try postfix().ref))
        case .mark("..."): return Owned(ellipsisRef)
        case .mark("("):
            let (items, hasComma) = try items(until: ")")
            return items.count == 1 && !hasComma ? items[0] : try tuple(items)
        case .mark("["):
            let items = try items(until: "]").items
            return try own(BtSequence_List(try tuple(items).ref))
        case .mark("{"):
            let dict = try own(BtDict_New())
            while !take("}") {
                let key = try expression()
                guard take(":") else { throw Malformed(description: "no colon in dict") }
                _ = try check(BtDict_SetItem(dict.ref, key.ref, try expression().ref))
                _ = take(",")
            }
            return dict
        case .mark(let mark): throw Malformed(description: "unexpected \(mark)")
        }
    }

    private mutating func items(until end: String) throws -> (items: [Owned], hasComma: Bool) {
        var items: [Owned] = []
        var hasComma = false
        while !take(end) {
            items.append(try expression())
            if take(",") { hasComma = true }
        }
        return (items, hasComma)
    }

    private func variable(_ name: String) throws -> Owned {
        if let value = variables[name] { return value }
        let types: [String: TypeRef] = [
            "bytes": BtBytes_Type_(), "bytearray": BtByteArray_Type_(),
            "memoryview": BtMemoryView_Type_(), "list": BtList_Type_(), "tuple": BtTuple_Type_(),
            "str": BtUnicode_Type_(), "int": BtLong_Type_(), "float": BtFloat_Type_(),
            "dict": BtDict_Type_(), "set": BtSet_Type_(), "frozenset": BtFrozenSet_Type_(),
            "range": BtRange_Type_(), "slice": BtSlice_Type_(), "bool": BtBool_Type_(),
            "object": BtBaseObject_Type_(), "type": BtType_Type_(),
        ]
        if let type = types[name] { return Owned(type.ref) }
        switch name {
        case "None": return Owned(noneRef)
        case "True": return Owned(trueRef)
        case "False": return Owned(falseRef)
        default: throw Malformed(description: "no name \(name)")
        }
    }

    // MARK: Helpers of the above

    private func tuple(_ items: [Owned]) throws -> Owned {
        let tuple = try own(BtTuple_New(items.count))
        for (index, item) in items.enumerated() {
            Bt_INCREF_(item.ref)
            BtTuple_SetItem(tuple.ref, index, item.ref)
        }
        return tuple
    }

    private func own(_ ref: Ref?) throws -> Owned {
        guard let ref else { throw Raised() }
        let owned = Owned(ref)
        pool.owned.append(owned)
        return owned
    }

    private func check(_ status: CInt) throws -> Owned {
        if status < 0 { throw Raised() }
        return Owned(noneRef)
    }

    private func peek() -> Token? { index < tokens.count ? tokens[index] : nil }

    private mutating func take(_ mark: String) -> Bool {
        guard peek() == .mark(mark) else { return false }
        index += 1
        return true
    }

    private mutating func take(name: String) -> Bool {
        guard peek() == .name(name) else { return false }
        index += 1
        return true
    }
}
