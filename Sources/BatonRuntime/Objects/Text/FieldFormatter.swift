internal import CBaton

/// str.format(*args, **kwargs); with `args` nil str.format_map(mapping).
func formatText(_ text: Ref, _ args: Ref?, _ kwargs: Ref?) -> Ref? {
    var formatter = FieldFormatter(args: args, kwargs: kwargs)
    var builder = TextBuilder()
    guard formatter.format(TextView(text), depth: 2, into: &builder) else { return nil }
    return builder.finish()
}

/// Fills the fields of str.format.
private struct FieldFormatter {
    private enum Numbering {
        case unknown
        case automatic
        case manual
    }

    let args: Ref?
    let kwargs: Ref?
    private var numbering = Numbering.unknown
    private var nextNumber = 0

    init(args: Ref?, kwargs: Ref?) {
        self.args = args
        self.kwargs = kwargs
    }

    /// False: an exception is set.
    mutating func format(_ view: TextView, depth: Int, into builder: inout TextBuilder) -> Bool {
        guard depth > 0 else { return raiseStatus(BtExc_ValueError, "Max string recursion exceeded") == 0 }
        var scanner = FormatScanner(view)
        while !scanner.isAtEnd {
            guard let (literal, field) = scanner.next() else { return false }
            builder.append(literal)
            if let field, !append(field, depth: depth, to: &builder) { return false }
        }
        return true
    }

    private mutating func append(_ field: FormatField, depth: Int, to builder: inout TextBuilder) -> Bool {
        guard let object = value(of: field.name) else { return false }
        let converted = convert(object, field.conversion)
        Bt_DECREF_(object)
        guard let converted else { return false }
        defer { Bt_DECREF_(converted) }
        guard let specification = specification(of: field, depth: depth) else { return false }
        defer { Bt_DECREF_(specification) }
        guard let text = BtObject_Format(converted, specification) else { return false }
        builder.append(text: text)
        Bt_DECREF_(text)
        return true
    }

    private mutating func specification(of field: FormatField, depth: Int) -> Ref? {
        if !field.isNested {
            return field.specification.count == 0
                ? BtUnicode_New(0, 0) : makeText(field.specification)
        }
        var builder = TextBuilder()
        guard format(field.specification, depth: depth - 1, into: &builder) else { return nil }
        return builder.finish()
    }

    private func convert(_ object: Ref, _ conversion: UInt32) -> Ref? {
        switch conversion {
        case 0: return Bt_NewRef_(object)
        case 0x72: return BtObject_Repr(object)
        case 0x73: return BtObject_Str(object)
        case 0x61: return BtObject_ASCII(object)
        default:
            let shown = characterForMessage(conversion)
            return raise(BtExc_ValueError, "Unknown conversion specifier \(shown)")
        }
    }

    /// The object that a field names: an argument, then attributes and items.
    private mutating func value(of name: TextView) -> Ref? {
        var end = 0
        while end < name.count, name[end] != 0x2E, name[end] != 0x5B { end += 1 }
        guard var object = argument(name.part(0, end)) else { return nil }
        var position = end
        while position < name.count {
            let next = step(object, name, &position)
            Bt_DECREF_(object)
            guard let next else { return nil }
            object = next
        }
        return object
    }

    private mutating func argument(_ name: TextView) -> Ref? {
        guard var number = fieldNumber(name), name.count > 0 || useNumbering(.automatic) else { return nil }
        if name.count == 0 {
            number = nextNumber
            nextNumber += 1
        } else if number >= 0 {
            guard useNumbering(.manual) else { return nil }
        }
        if number < 0 {
            guard let key = makeText(name) else { return nil }
            defer { Bt_DECREF_(key) }
            guard let kwargs else {
                BtErr_SetObject(BtExc_KeyError, key)
                return nil
            }
            return BtObject_GetItem(kwargs, key)
        }
        guard let args else { return raise(BtExc_ValueError, "Format string contains positional fields") }
        guard number < BtTuple_GET_SIZE_(args) else {
            return raise(
                BtExc_IndexError, "Replacement index \(number) out of range for positional args tuple")
        }
        return Bt_NewRef_(BtTuple_GET_ITEM_(args, number))
    }

    private mutating func useNumbering(_ wanted: Numbering) -> Bool {
        if numbering == .unknown { numbering = wanted }
        if numbering == wanted { return true }
        return raiseStatus(
            BtExc_ValueError,
            wanted == .automatic
                ? "cannot switch from manual field specification to automatic field numbering"
                : "cannot switch from automatic field numbering to manual field specification") == 0
    }

    /// One `.name` or `[key]` behind the name of an argument.
    private func step(_ object: Ref, _ name: TextView, _ position: inout Int) -> Ref? {
        let mark = name[position]
        position += 1
        let start = position
        if mark == 0x2E {
            while position < name.count, name[position] != 0x2E, name[position] != 0x5B { position += 1 }
            guard position > start else { return raise(BtExc_ValueError, "Empty attribute in format string") }
            guard let attribute = makeText(name.part(start, position)) else { return nil }
            defer { Bt_DECREF_(attribute) }
            return BtObject_GetAttr(object, attribute)
        }
        guard mark == 0x5B else {
            return raise(BtExc_ValueError, "Only '.' or '[' may follow ']' in format field specifier")
        }
        while position < name.count, name[position] != 0x5D { position += 1 }
        guard position < name.count else { return raise(BtExc_ValueError, "Missing ']' in format string") }
        let key = name.part(start, position)
        position += 1
        guard key.count > 0 else { return raise(BtExc_ValueError, "Empty attribute in format string") }
        return item(object, key)
    }

    private func item(_ object: Ref, _ key: TextView) -> Ref? {
        guard let number = fieldNumber(key) else { return nil }
        if number >= 0, BtSequence_Check(object) != 0 { return BtSequence_GetItem(object, number) }
        guard let index = number >= 0 ? makeInt(number) : makeText(key) else { return nil }
        defer { Bt_DECREF_(index) }
        return BtObject_GetItem(object, index)
    }
}
