internal import CBaton

// complex(): out of numbers and out of text.

private let complexParameters = MethodParameters("complex", "real", "imag")

func complexNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    unpacked(complexParameters, args, kwargs, failed: nil) { slots in
        let value: Bt_complex?
        if let real = slots[0], isStr(real) {
            guard slots[1] == nil else {
                return raise(BtExc_TypeError, "complex() can't take second arg if first is a string")
            }
            value = complexOf(text: real)
        } else {
            value = complexOf(slots[0], slots[1])
        }
        guard let value else { return nil }
        if type == BtComplex_Type_() { return makeComplex(value) }
        guard let object = type.pointee.tp_alloc(type, 0) else { return nil }
        object.as(BtComplexObject.self).pointee.cval = value
        return object
    }
}

/// `real + imag * 1j`, each of which may be complex itself.
private func complexOf(_ real: Ref?, _ imag: Ref?) -> Bt_complex? {
    if let imag, isStr(imag) { return raise(BtExc_TypeError, "complex() second arg can't be a string") }
    var result = Bt_complex(real: 0, imag: 0)
    // Whether a second part adds to an imaginary one.
    var isComplexReal = false
    if let real {
        guard isNumber(real) else {
            return raise(
                BtExc_TypeError, "complex() first argument must be a string or a number, not '\(typeName(real))'")
        }
        guard let value = complexOf(real) else { return nil }
        result = value
        isComplexReal = isComplex(real) || hasComplexMethod(real)
    }
    guard let imag else { return result }
    guard isNumber(imag, orComplexMethod: false) else {
        return raise(BtExc_TypeError, "complex() second argument must be a number, not '\(typeName(imag))'")
    }
    if isComplex(imag) {
        result.real -= imag.complex.imag
        result.imag += imag.complex.real
    } else {
        guard let value = doubleOf(imag) else { return nil }
        // A part that was not given adds nothing, not even to a zero with a sign.
        result.imag = isComplexReal ? result.imag + value : value
    }
    return result
}

private func isNumber(_ object: Ref, orComplexMethod: Bool = true) -> Bool {
    let numbers = object.type.pointee.tp_as_number
    return isComplex(object) || numbers?.pointee.nb_float != nil || numbers?.pointee.nb_index != nil
        || (orComplexMethod && hasComplexMethod(object))
}

private func hasComplexMethod(_ object: Ref) -> Bool {
    typeLookup(object.type, internedName("__complex__")) != nil
}

/// The value of a complex, or of an object with __complex__, __float__ or __index__. Nil with an exception set.
func complexOf(_ object: Ref) -> Bt_complex? {
    if isComplex(object) { return object.complex }
    if isFloat(object) { return Bt_complex(real: object.double, imag: 0) }
    guard hasComplexMethod(object) else {
        return doubleOf(object).map { Bt_complex(real: $0, imag: 0) }
    }
    guard let result = BtObject_CallMethodNoArgs(object, internedName("__complex__")) else { return nil }
    defer { Bt_DECREF_(result) }
    guard isComplex(result) else {
        return raise(BtExc_TypeError, "__complex__ returned non-complex (type \(typeName(result)))")
    }
    return result.complex
}

/// `1`, `2j`, `1+2j`, with white space and one pair of parentheses around.
private func complexOf(text: Ref) -> Bt_complex? {
    let value: Bt_complex?? = withNumberText(of: text) { bytes in
        var body = stripped(bytes)
        if body.first == UInt8(ascii: "("), body.last == UInt8(ascii: ")"), body.count > 1 {
            body = stripped(ASCII(rebasing: body[1..<body.count - 1]))
        }
        guard body.contains(UInt8(ascii: "_")) else { return .some(parts(of: body)) }
        // An underscore stands between digits and is no part of the number.
        let isDigit = { (index: Int) in body.indices.contains(index) && (0x30...0x39).contains(body[index]) }
        for (index, byte) in body.enumerated() where byte == UInt8(ascii: "_") {
            guard isDigit(index - 1), isDigit(index + 1) else {
                _ = raiseInvalidNumber("could not convert string to complex: ", text)
                return nil
            }
        }
        return body.filter { $0 != UInt8(ascii: "_") }.withUnsafeBufferPointer { .some(parts(of: $0)) }
    }
    if let value, let value { return value }
    return errorOccurred() ? nil : raise(BtExc_ValueError, "complex() arg is a malformed string")
}

private func parts(of text: ASCII) -> Bt_complex? {
    func isUnit(_ index: Int) -> Bool { index == text.count - 1 && text[index] | 0x20 == UInt8(ascii: "j") }
    func isSign(_ index: Int) -> Bool {
        index < text.count && (text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-"))
    }
    func unit(_ start: Int) -> Double { text[start] == UInt8(ascii: "-") ? -1 : 1 }
    let first = floatPrefix(text)
    if first == 0 {
        // `j`, `+j`, `-j`
        if isUnit(0) { return Bt_complex(real: 0, imag: 1) }
        return isSign(0) && isUnit(1) ? Bt_complex(real: 0, imag: unit(0)) : nil
    }
    guard let value = floatValue(ASCII(rebasing: text[..<first])) else { return nil }
    if first == text.count { return Bt_complex(real: value, imag: 0) }
    if isUnit(first) { return Bt_complex(real: 0, imag: value) }
    guard isSign(first) else { return nil }
    if isUnit(first + 1) { return Bt_complex(real: value, imag: unit(first)) }
    let rest = ASCII(rebasing: text[first...])
    let second = floatPrefix(rest)
    guard second > 0, isUnit(first + second) else { return nil }
    return floatValue(ASCII(rebasing: rest[..<second])).map { Bt_complex(real: value, imag: $0) }
}
