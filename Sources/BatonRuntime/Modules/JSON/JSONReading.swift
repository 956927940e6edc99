internal import CBaton
internal import CBaton.Host

// From JSON text to values.

/// What makes the values that a script wants to make itself, borrowed; nil: the usual ones.
struct JSONHooks {
    let object: Ref?
    let pairs: Ref?
    let float: Ref?
    let int: Ref?
    let constant: Ref?

    /// Five arguments, None where there is no hook.
    init(_ args: UnsafePointer<Ref?>) {
        func hook(_ index: Int) -> Ref? { args[index].flatMap { isNone($0) ? nil : $0 } }
        (object, pairs, float, int, constant) = (hook(0), hook(1), hook(2), hook(3), hook(4))
    }
}

/// Read the value at a place: a new reference, and the place behind it. Nil: an exception is set.
func readJSON<Character: FixedWidthInteger & UnsignedInteger>(
    _ text: JSONText<Character>, _ place: Int, _ strict: Bool, _ hooks: JSONHooks
) -> (value: Ref, end: Int)? {
    withUnsafeTemporaryAllocation(of: Ref?.self, capacity: JSONReader<Character>.nameCount) { names in
        names.initialize(repeating: nil)
        let reader = JSONReader(text: text, strict: strict, hooks: hooks, names: names.baseAddress!)
        defer { for name in names { release(name) } }
        return reader.value(place)
    }
}

private struct JSONReader<Character: FixedWidthInteger & UnsignedInteger> {
    typealias Found = (value: Ref, end: Int)

    static var nameCount: Int { 64 }

    let text: JSONText<Character>
    let strict: Bool
    let hooks: JSONHooks
    /// Names of members that were read before, each at the place that its characters tell: the same name comes often.
    let names: UnsafeMutablePointer<Ref?>

    func value(_ place: Int) -> Found? {
        switch text[place] {
        case 0x22: return text.scanString(place + 1, strict)
        case 0x7B:
            guard Bt_EnterRecursiveCall(" while decoding a JSON object from a unicode string") == 0 else { return nil }
            return hooks.pairs == nil ? object(place + 1) : pairs(place + 1)
        case 0x5B:
            guard Bt_EnterRecursiveCall(" while decoding a JSON array from a unicode string") == 0 else { return nil }
            return array(place + 1)
        case 0x6E where text.has("null", at: place): return (noneRef, place + 4)
        case 0x74 where text.has("true", at: place): return (trueRef, place + 4)
        case 0x66 where text.has("false", at: place): return (falseRef, place + 5)
        case 0x4E where text.has("NaN", at: place): return constant("NaN", .nan, place)
        case 0x49 where text.has("Infinity", at: place): return constant("Infinity", .infinity, place)
        case 0x2D where text.has("-Infinity", at: place): return constant("-Infinity", -.infinity, place)
        default: return number(place)
        }
    }

    private func constant(_ name: StaticString, _ value: Double, _ place: Int) -> Found? {
        let end = place + name.utf8CodeUnitCount
        guard let hook = hooks.constant else { return makeFloat(value).map { ($0, end) } }
        return call(hook, internedName(name), end)
    }

    /// What a hook makes.
    private func call(_ hook: Ref, _ argument: Ref, _ end: Int) -> Found? {
        BtObject_CallOneArg(hook, argument).map { ($0, end) }
    }

    // MARK: Numbers

    private func number(_ start: Int) -> Found? {
        var place = text[start] == 0x2D ? start + 1 : start
        guard text.isDigit(at: place) else { return text.fail("Expecting value", at: start) }
        if text[place] == 0x30 { place += 1 } else { place = digitsEnd(place) }
        let whole = place
        if text[place] == 0x2E, text.isDigit(at: place + 1) { place = digitsEnd(place + 1) }
        if text[place] | 0x20 == 0x65 {
            let sign = text[place + 1]
            let digits = sign == 0x2B || sign == 0x2D ? place + 2 : place + 1
            if text.isDigit(at: digits) { place = digitsEnd(digits) }
        }
        if place == whole, hooks.int == nil, place - start <= 18 { return smallInt(start, place) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: place - start) { buffer in
            for index in 0..<place - start {
                buffer[index] = UInt8(truncatingIfNeeded: text.characters[start + index])
            }
            return number(ASCII(buffer), place, isWhole: place == whole)
        }
    }

    @inline(__always)
    private func digitsEnd(_ start: Int) -> Int {
        var place = start
        while text.isDigit(at: place) { place += 1 }
        return place
    }

    private func smallInt(_ start: Int, _ end: Int) -> Found? {
        let isNegative = text[start] == 0x2D
        var value = 0
        for index in (isNegative ? start + 1 : start)..<end {
            value = value &* 10 &+ Int(text.characters[index] &- 0x30)
        }
        return makeInt(isNegative ? -value : value).map { ($0, end) }
    }

    private func number(_ digits: ASCII, _ end: Int, isWhole: Bool) -> Found? {
        if let hook = isWhole ? hooks.int : hooks.float {
            guard let argument = makeText(ascii: digits.baseAddress!, digits.count) else { return nil }
            defer { Bt_DECREF_(argument) }
            return call(hook, argument, end)
        }
        guard isWhole else { return floatValue(digits).flatMap(makeFloat).map { ($0, end) } }
        guard case .number(let value) = parseLong(digits, base: 10) else { return nil }
        return (value, end)
    }

    // MARK: Arrays and objects

    private func array(_ start: Int) -> Found? {
        guard let list = newList(0) else { return nil }
        guard let end = items(start, list) else {
            Bt_DECREF_(list)
            return nil
        }
        return (list, end)
    }

    private func items(_ start: Int, _ list: Ref) -> Int? {
        var place = text.blankEnd(start)
        if text[place] == 0x5D { return place + 1 }
        while true {
            guard let (item, end) = value(place), listAppend(list, stealing: item) == 0 else { return nil }
            place = text.blankEnd(end)
            if text[place] == 0x5D { return place + 1 }
            guard text[place] == 0x2C else { return text.fail("Expecting ',' delimiter", at: place) }
            let comma = place
            place = text.blankEnd(place + 1)
            if text[place] == 0x5D { return text.fail("Illegal trailing comma before end of array", at: comma) }
        }
    }

    private func object(_ start: Int) -> Found? {
        guard let dict = newDict() else { return nil }
        let end = members(start) { name, value in dictInsert(dict, name, keyHash(name), value) == 0 }
        guard let end else {
            Bt_DECREF_(dict)
            return nil
        }
        guard let hook = hooks.object else { return (dict, end) }
        defer { Bt_DECREF_(dict) }
        return call(hook, dict, end)
    }

    private func pairs(_ start: Int) -> Found? {
        guard let list = newList(0) else { return nil }
        defer { Bt_DECREF_(list) }
        let end = members(start) { name, value in
            guard let pair = makeTuple(name, value) else { return false }
            return listAppend(list, stealing: pair) == 0
        }
        guard let end, let hook = hooks.pairs else { return nil }
        return call(hook, list, end)
    }

    /// Read the members of an object and give each to `body`, which takes references of its own: the place behind the
    /// object. Nil: an exception is set.
    @inline(__always)
    private func members(_ start: Int, _ body: (_ name: Ref, _ value: Ref) -> Bool) -> Int? {
        var place = text.blankEnd(start)
        if text[place] == 0x7D { return place + 1 }
        while true {
            guard text[place] == 0x22 else {
                return text.fail("Expecting property name enclosed in double quotes", at: place)
            }
            guard let (name, nameEnd) = name(place + 1) else { return nil }
            defer { Bt_DECREF_(name) }
            place = text.blankEnd(nameEnd)
            guard text[place] == 0x3A else { return text.fail("Expecting ':' delimiter", at: place) }
            guard let (value, end) = value(text.blankEnd(place + 1)) else { return nil }
            defer { Bt_DECREF_(value) }
            guard body(name, value) else { return nil }
            place = text.blankEnd(end)
            if text[place] == 0x7D { return place + 1 }
            guard text[place] == 0x2C else { return text.fail("Expecting ',' delimiter", at: place) }
            let comma = place
            place = text.blankEnd(place + 1)
            if text[place] == 0x7D { return text.fail("Illegal trailing comma before end of object", at: comma) }
        }
    }

    /// The name of a member: one that was read before, or a new one.
    @inline(__always)
    private func name(_ start: Int) -> Found? {
        let stop = text.plainEnd(start, strict)
        guard text[stop] == 0x22, stop > start else { return text.scanString(start, strict) }
        let mixed = UInt32(truncatingIfNeeded: stop &- start) &* 31 &+ text[start] &* 7 &+ text[stop - 1]
        let place = names + Int(mixed & 63)
        let part = text.part(start, stop)
        if let known = place.pointee, isEqual(known, part) { return (newReference(known), stop + 1) }
        guard let name = makeText(part) else { return nil }
        release(exchange(&place.pointee, newReference(name)))
        return (name, stop + 1)
    }

    @inline(__always)
    private func isEqual(_ name: Ref, _ part: TextView) -> Bool {
        let view = TextView(name)
        guard view.count == part.count, view.kind == part.kind else { return false }
        var index = 0
        while index < view.count {
            if view[index] != part[index] { return false }
            index += 1
        }
        return true
    }
}
