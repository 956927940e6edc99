import BatonRuntime
import CBaton

/// Lines of Python, of the little that tests need, run through the C API: so that the same lines run under `python3` and
/// the results can be compared.
///
/// A line is `name = expression` or an expression: literals, names, attributes, calls with keywords, indexes, `+ * @ %`.
struct PythonLines {
    /// Names by which lines reach objects; owned.
    private var names: [String: Ref] = [
        "bytes": BtBytes_Type_().ref, "bytearray": BtByteArray_Type_().ref,
        "memoryview": BtMemoryView_Type_().ref, "list": BtList_Type_().ref,
        "type": BtType_Type_().ref, "float": BtFloat_Type_().ref,
        "str": BtUnicode_Type_().ref, "dict": BtDict_Type_().ref,
        "slice": BtSlice_Type_().ref,
    ]

    /// Run lines that may use modules; for each line the repr of its value, "" for an assignment, or "Type: text" of its
    /// exception. Attached.
    static func run(_ lines: [String], modules: [String]) -> [String] {
        var state = PythonLines()
        for module in modules {
            guard let object = BtImport_ImportModule(module) else { return [takeException() ?? "not imported"] }
            state.names[module] = object
        }
        return lines.map { state.run($0) }
    }

    private mutating func run(_ line: String) -> String {
        var target: String?
        var source = line
        if let sign = line.firstRange(of: " = "), line[..<sign.lowerBound].allSatisfy({ $0.isLetter || $0.isNumber }) {
            target = String(line[..<sign.lowerBound])
            source = String(line[sign.upperBound...])
        }
        var expression = PythonExpression(source, names: names)
        guard let value = expression.value() else { return takeException() ?? "no object, no exception" }
        if let target {
            names[target] = value
            return ""
        }
        return repr(value)
    }
}

/// A recursive-descent evaluator. nil: an exception is set. References of intermediate values are left to the process.
private struct PythonExpression {
    private let text: [Character]
    private let names: [String: Ref]
    private var position = 0

    init(_ text: String, names: [String: Ref]) {
        self.text = Array(text)
        self.names = names
    }

    mutating func value() -> Ref? {
        let result = sum()
        precondition(result == nil || position == text.count, "not understood at \(position): \(String(text))")
        return result
    }

    private mutating func skip(_ character: Character) -> Bool {
        while position < text.count && text[position] == " " { position += 1 }
        guard position < text.count, text[position] == character else { return false }
        position += 1
        return true
    }

    private mutating func sum() -> Ref? {
        guard var left = product() else { return nil }
        while skip("+") {
            guard let right = product(), let result = BtNumber_Add(left, right) else { return nil }
            left = result
        }
        return left
    }

    private mutating func product() -> Ref? {
        guard var left = postfix() else { return nil }
        while true {
            let multiply =
                skip("*")
                ? BtNumber_Multiply
                : skip("@") ? BtNumber_MatrixMultiply : skip("%") ? BtNumber_Remainder : nil
            guard let multiply else { return left }
            guard let right = postfix(), let result = multiply(left, right) else { return nil }
            left = result
        }
    }

    private mutating func postfix() -> Ref? {
        guard var object = atom() else { return nil }
        while true {
            if skip(".") {
                guard let attribute = BtObject_GetAttrString(object, identifier()) else { return nil }
                object = attribute
            } else if skip("(") {
                guard let result = call(object) else { return nil }
                object = result
            } else if skip("[") {
                guard let key = sum(), skip("]"), let item = BtObject_GetItem(object, key) else { return nil }
                object = item
            } else {
                return object
            }
        }
    }

    private mutating func identifier() -> String {
        let start = position
        while position < text.count, text[position].isLetter || text[position].isNumber || text[position] == "_" {
            position += 1
        }
        return String(text[start..<position])
    }

    private mutating func call(_ function: Ref) -> Ref? {
        guard let arguments = BtList_New(0), let keywords = BtDict_New() else { return nil }
        while !skip(")") {
            let start = position
            let name = identifier()
            if !name.isEmpty, position < text.count, text[position] == "=" {
                position += 1
                guard let value = sum(), BtDict_SetItemString(keywords, name, value) == 0 else { return nil }
            } else {
                position = start
                guard let value = sum(), BtList_Append(arguments, value) == 0 else { return nil }
            }
            _ = skip(",")
            _ = skip(" ")
        }
        guard let tuple = BtList_AsTuple(arguments) else { return nil }
        return BtObject_Call(function, tuple, BtDict_Size(keywords) == 0 ? nil : keywords)
    }

    private mutating func items(until end: Character) -> Ref? {
        guard let list = BtList_New(0) else { return nil }
        while !skip(end) {
            guard let item = sum(), BtList_Append(list, item) == 0 else { return nil }
            _ = skip(",")
        }
        return list
    }

    private mutating func atom() -> Ref? {
        if skip("[") { return items(until: "]") }
        if skip("(") { return items(until: ")").flatMap { BtList_AsTuple($0) } }
        _ = skip(" ")
        if skip("'") { return makeString(String(decoding: quoted(), as: UTF8.self)) }
        if text[position...].starts(with: "b'") {
            position += 2
            return bytes(quoted())
        }
        if text[position].isNumber || text[position] == "-" { return number() }
        let name = identifier()
        switch name {
        case "None": return noneRef
        case "True": return trueRef
        case "False": return falseRef
        default:
            guard let object = names[name] else { return raise(BtExc_NameError, "name '\(name)' is not defined") }
            return newReference(object)
        }
    }

    private mutating func number() -> Ref? {
        let start = position
        while position < text.count, text[position].isNumber || "-.e".contains(text[position]) { position += 1 }
        let digits = String(text[start..<position])
        return digits.contains { ".e".contains($0) }
            ? BtFloat_FromDouble(Double(digits)!) : BtLong_FromString(digits, nil, 10)
    }

    private mutating func quoted() -> [UInt8] {
        var result: [UInt8] = []
        while !(text[position] == "'") {
            if text[position] == "\\" && text[position + 1] == "x" {
                result.append(UInt8(String(text[(position + 2)...(position + 3)]), radix: 16)!)
                position += 4
            } else {
                result += String(text[position]).utf8
                position += 1
            }
        }
        position += 1
        return result
    }
}
