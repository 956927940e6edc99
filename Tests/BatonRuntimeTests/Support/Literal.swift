import BatonRuntime
import CBaton

/// Objects from their text, and method calls on them: `[1, 'a'].index('a')`. A subset of Python's expressions, for tables
/// of cases whose results were taken from python3.
struct Literal {
    private var rest: Substring

    /// The object that a text stands for; nil with an exception set.
    static func make(_ text: String) -> Ref? {
        var parser = Literal(rest: text[...])
        return parser.object()
    }

    /// Call a method as the text says; its result (nil: an exception is set) and the receiver, both owned.
    static func call(_ text: String) -> (result: Ref?, receiver: Ref)? {
        var parser = Literal(rest: text[...])
        guard let receiver = parser.object() else { return nil }
        precondition(parser.take("."), "no method in \(text)")
        let name = String(parser.name())
        precondition(parser.take("("), "no arguments in \(text)")
        guard let arguments = parser.items(until: ")") else { return nil }
        return (BatonRuntimeTests.call(receiver, name, spread: arguments), receiver)
    }

    private mutating func skipSpace() { rest = rest.drop { $0 == " " } }

    private mutating func take(_ text: String) -> Bool {
        skipSpace()
        guard rest.hasPrefix(text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }

    private mutating func name() -> Substring {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        rest = rest.dropFirst(name.count)
        return name
    }

    private mutating func object() -> Ref? {
        skipSpace()
        switch rest.first {
        case "[": return collection("]") { BtSequence_List($0) }
        case "(": return parenthesized()
        case "{": return braces()
        case "'": return quoted()
        case let character? where character == "-" || character.isNumber: return number()
        default: return named()
        }
    }

    /// The objects up to a closing mark, as an owned tuple.
    private mutating func items(until end: String) -> Ref? {
        guard let list = BtList_New(0) else { return nil }
        defer { Bt_DECREF_(list) }
        while !take(end) {
            guard let item = object() else { return nil }
            BtList_Append(list, item)
            Bt_DECREF_(item)
            _ = take(",")
        }
        return BtList_AsTuple(list)
    }

    private mutating func collection(_ end: String, _ make: (Ref?) -> Ref?) -> Ref? {
        rest = rest.dropFirst()
        guard let items = items(until: end) else { return nil }
        defer { Bt_DECREF_(items) }
        return make(items)
    }

    private mutating func parenthesized() -> Ref? {
        let text = rest
        guard let items = collection(")", { Bt_NewRef_($0) }) else { return nil }
        let inner = text[text.startIndex..<rest.startIndex].dropLast()
        if BtTuple_Size(items) != 1 || inner.last == "," { return items }
        defer { Bt_DECREF_(items) }
        return Bt_NewRef_(BtTuple_GetItem(items, 0))
    }

    private mutating func braces() -> Ref? {
        rest = rest.dropFirst()
        guard let dict = BtDict_New() else { return nil }
        if take("}") { return dict }
        guard let first = object() else { return nil }
        if !take(":") {
            Bt_DECREF_(dict)
            defer { Bt_DECREF_(first) }
            _ = take(",")
            guard let others = items(until: "}"), let set = BtSet_New(nil) else { return nil }
            defer { Bt_DECREF_(others) }
            return BtSet_Add(set, first) < 0 || _BtSet_Update(set, others) < 0 ? nil : set
        }
        var key = first
        while true {
            guard let value = object() else { return nil }
            let status = BtDict_SetItem(dict, key, value)
            Bt_DECREF_(key)
            Bt_DECREF_(value)
            if status < 0 { return nil }
            _ = take(",")
            if take("}") { return dict }
            guard let next = object() else { return nil }
            precondition(take(":"))
            key = next
        }
    }

    private mutating func quoted() -> Ref? {
        rest = rest.dropFirst()
        let text = rest.prefix { $0 != "'" }
        rest = rest.dropFirst(text.count + 1)
        return str(String(text))
    }

    private mutating func number() -> Ref? {
        let digits = rest.prefix { $0.isNumber || "-+.e".contains($0) }
        rest = rest.dropFirst(digits.count)
        if digits.contains(where: { ".e".contains($0) }) { return float(Double(digits)!) }
        return BtLong_FromString(String(digits), nil, 10)
    }

    private mutating func named() -> Ref? {
        let name = String(name())
        switch name {
        case "None": return none()
        case "True": return Bt_NewRef_(boolRef(true))
        case "False": return Bt_NewRef_(boolRef(false))
        default: break
        }
        guard take("(") else { return Literal.type(name) }
        guard let arguments = items(until: ")") else { return nil }
        if let type = Literal.type(name) { return BatonRuntimeTests.call(type, spread: arguments) }
        defer { Bt_DECREF_(arguments) }
        let object = BtTuple_GetItem(arguments, 0)!
        return BatonRuntimeTests.call(object, name == "reversed" ? "__reversed__" : name == "iter" ? "__iter__" : name)
    }

    private static func type(_ name: String) -> Ref? {
        switch name {
        case "list": return ref(BtList_Type_())
        case "tuple": return ref(BtTuple_Type_())
        case "dict": return ref(BtDict_Type_())
        case "set": return ref(BtSet_Type_())
        case "frozenset": return ref(BtFrozenSet_Type_())
        case "range": return ref(BtRange_Type_())
        case "slice": return ref(BtSlice_Type_())
        case "int": return ref(BtLong_Type_())
        case "str": return ref(BtUnicode_Type_())
        case "proxy": return ref(BtDictProxy_Type_())
        default: return nil
        }
    }

    private static func ref(_ type: UnsafeMutablePointer<BtTypeObject>) -> Ref {
        // SAFETY: because a type is an object.
        UnsafeMutableRawPointer(type).assumingMemoryBound(to: BtObject.self)
    }
}

/// Call `function` with the items of a tuple, which is taken over.
func call(_ function: Ref, spread arguments: Ref) -> Ref? {
    defer { Bt_DECREF_(arguments) }
    return BtObject_Call(function, arguments, nil)
}

/// Call the attribute `name` with the items of a tuple, which is taken over.
func call(_ object: Ref, _ name: String, spread arguments: Ref) -> Ref? {
    guard let function = BtObject_GetAttrString(object, name) else {
        Bt_DECREF_(arguments)
        return nil
    }
    defer { Bt_DECREF_(function) }
    return call(function, spread: arguments)
}

/// As `repr`, with an iterator shown as the list of what it gives.
func shown(_ object: Ref?) -> String {
    guard let object, BtIter_Check(object) != 0 else { return repr(object) }
    defer { Bt_DECREF_(object) }
    return repr(BtSequence_List(object))
}
