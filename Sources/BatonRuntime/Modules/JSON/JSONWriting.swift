internal import CBaton
internal import CBaton.Host

// From values to JSON text.

/// How values are written. The objects are borrowed.
struct JSONStyle {
    /// What is called with a value that has no form of its own.
    let fallback: Ref
    let indent: Ref?
    let itemSeparator: Ref
    let keySeparator: Ref
    let checksCircles: Bool
    let isASCII: Bool
    let sortsKeys: Bool
    let skipsKeys: Bool
    let allowsNaN: Bool
}

/// The JSON text of a value. Nil: an exception is set.
func encodeJSON(_ value: Ref, _ style: JSONStyle) -> Ref? {
    var writer = JSONWriter(style)
    guard writer.write(value, 0, nil) else { return nil }
    return writer.text.finish()
}

/// A value that is being written, and those around it.
private struct OpenValue {
    let value: Ref
    let outer: UnsafePointer<OpenValue>?
}

private struct JSONWriter: ~Copyable {
    let style: JSONStyle
    var text = TextBuilder()

    init(_ style: JSONStyle) { self.style = style }

    /// Write a value inside of `level` others. False: an exception is set.
    mutating func write(_ value: Ref, _ level: Int, _ outer: UnsafePointer<OpenValue>?) -> Bool {
        if isStr(value) {
            appendQuoted(value, ascii: style.isASCII, to: &text)
            return true
        }
        if isNone(value) || value == trueRef || value == falseRef {
            text.append(isNone(value) ? "null" : value == trueRef ? "true" : "false")
            return true
        }
        if isInt(value) { return writeInt(value) }
        if isFloat(value) { return writeFloat(value) }
        guard Bt_EnterRecursiveCall(" while encoding a JSON object") == 0 else { return false }
        if isEmptyContainer(value) {
            text.append(isDict(value) ? "{}" : "[]")
            return true
        }
        guard style.checksCircles else { return writeOpen(value, level, nil) }
        var around = outer
        while let open = around {
            if open.pointee.value == value {
                return raiseStatus(BtExc_ValueError, "Circular reference detected") == 0
            }
            around = open.pointee.outer
        }
        return withUnsafePointer(to: OpenValue(value: value, outer: outer)) { writeOpen(value, level, $0) }
    }

    private func isEmptyContainer(_ value: Ref) -> Bool {
        isDict(value) ? dictCount(value) == 0 : (isList(value) || isTuple(value)) && sizeField(value) == 0
    }

    private mutating func writeOpen(_ value: Ref, _ level: Int, _ open: UnsafePointer<OpenValue>?) -> Bool {
        if isDict(value) { return writeDict(value, level, open) }
        if isList(value) || isTuple(value) { return writeRow(value, level, open) }
        guard let other = BtObject_CallOneArg(style.fallback, value) else { return false }
        defer { Bt_DECREF_(other) }
        return write(other, level, open)
    }

    // MARK: Numbers

    private mutating func writeInt(_ value: Ref) -> Bool {
        guard let number = value.long.compact else {
            guard let digits = longRepr(value.long) else { return false }
            text.append(text: digits)
            Bt_DECREF_(digits)
            return true
        }
        if number < 0 { text.append("-") }
        text.append(number: UInt64(number.magnitude))
        return true
    }

    private mutating func writeFloat(_ value: Ref) -> Bool {
        let number = value.double
        if number.isFinite {
            return appendDouble(number, FloatStyle(code: .shortest, addsPointZero: true), to: &text)
        }
        guard style.allowsNaN else {
            guard let repr = BtObject_Repr(value) else { return false }
            defer { Bt_DECREF_(repr) }
            return raiseStatus(
                BtExc_ValueError, "Out of range float values are not JSON compliant: \(swiftString(repr))") == 0
        }
        text.append(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
        return true
    }

    // MARK: Rows and dicts

    /// What goes before an item: a separator but before the first one, and a line of its own.
    @inline(__always)
    private mutating func begin(isFirst: Bool, _ level: Int) {
        if !isFirst { text.append(text: style.itemSeparator) }
        if style.indent != nil { newLine(level + 1) }
    }

    private mutating func newLine(_ level: Int) {
        guard let indent = style.indent else { return }
        text.append("\n")
        for _ in 0..<level { text.append(text: indent) }
    }

    private mutating func writeRow(_ row: Ref, _ level: Int, _ open: UnsafePointer<OpenValue>?) -> Bool {
        // Held: a list's items may go while one of them is written, which may run any code.
        guard let items = isTuple(row) ? newReference(row) : BtSequence_Fast(row, cString("not a row")) else {
            return false
        }
        defer { Bt_DECREF_(items) }
        text.append("[")
        var index = 0
        while index < sizeField(items) {
            let item = newReference(
                isTuple(items) ? BtTuple_GET_ITEM_(items, index) : BtList_GET_ITEM_(items, index))
            defer { Bt_DECREF_(item) }
            begin(isFirst: index == 0, level)
            guard write(item, level + 1, open) else { return false }
            index += 1
        }
        newLine(level)
        text.append("]")
        return true
    }

    private mutating func writeDict(_ dict: Ref, _ level: Int, _ open: UnsafePointer<OpenValue>?) -> Bool {
        text.append("{")
        var isEmpty = true
        if style.sortsKeys || dict.type != BtDict_Type_() {
            guard let items = BtMapping_Items(dict) else { return false }
            defer { Bt_DECREF_(items) }
            guard !style.sortsKeys || BtList_Sort(items) == 0 else { return false }
            for index in 0..<BtList_GET_SIZE_(items) {
                let pair = BtList_GET_ITEM_(items, index)!
                guard isTuple(pair), BtTuple_GET_SIZE_(pair) == 2 else {
                    return raiseStatus(BtExc_ValueError, "items must return 2-tuples") == 0
                }
                guard writeMember(BtTuple_GET_ITEM_(pair, 0), BtTuple_GET_ITEM_(pair, 1), level, open, &isEmpty) else {
                    return false
                }
            }
        } else {
            var position = 0
            while let (key, value) = dictItem(dict, &position) {
                defer {
                    Bt_DECREF_(key)
                    Bt_DECREF_(value)
                }
                guard writeMember(key, value, level, open, &isEmpty) else { return false }
            }
        }
        if !isEmpty { newLine(level) }
        text.append("}")
        return true
    }

    private mutating func writeMember(
        _ key: Ref, _ value: Ref, _ level: Int, _ open: UnsafePointer<OpenValue>?, _ isEmpty: inout Bool
    ) -> Bool {
        let isText = isStr(key)
        let isNumber = isInt(key) || isFloat(key)
        guard isText || isNumber || isNone(key) else {
            if style.skipsKeys { return true }
            return raiseStatus(
                BtExc_TypeError, "keys must be str, int, float, bool or None, not \(typeName(key))") == 0
        }
        begin(isFirst: isEmpty, level)
        isEmpty = false
        if isText {
            appendQuoted(key, ascii: style.isASCII, to: &text)
        } else {
            // Written as the value would be, in quotes.
            text.append("\"")
            guard write(key, level, nil) else { return false }
            text.append("\"")
        }
        text.append(text: style.keySeparator)
        return write(value, level + 1, open)
    }
}
