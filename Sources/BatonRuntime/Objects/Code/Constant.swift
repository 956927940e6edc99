internal import BatonCompiler
internal import CBaton
internal import CBaton.Host

/// Make the object of a constant; nil: an exception is set.
func makeConstant(_ constant: CompiledConstant) -> Ref? {
    switch constant {
    case .none: noneRef
    case .ellipsis: ellipsisRef
    case .bool(let value): boolRef(value)
    case .int(let value): makeInt(value)
    case .bigInt(let digits, let base): digits.withCString { longConstant($0, base) }
    case .float(let value): makeFloat(value)
    case .complex(let real, let imaginary): makeComplex(Bt_complex(real: real, imag: imaginary))
    case .str(let scalars): textConstant(scalars)
    case .bytes(let bytes): makeBytesConstant(bytes)
    case .tuple(let items): rowConstant(items)
    case .frozenSet(let items): frozenSetConstant(items)
    case .code(let code): makeCode(code)?.ref
    }
}

/// An int from digits of the source, to which the limit of conversions does not apply in bases that are powers of two.
private func longConstant(_ digits: UnsafePointer<CChar>, _ base: Int) -> Ref? {
    BtLong_FromString(digits, nil, CInt(base))
}

/// A str; one that looks like a name is interned, as CPython's constants are.
private func textConstant(_ scalars: [UInt32]) -> Ref? {
    let text = scalars.withUnsafeBufferPointer { scalars in
        BtUnicode_FromKindAndData(4, scalars.baseAddress, scalars.count)
    }
    guard let text else { return nil }
    let isName = scalars.allSatisfy { character in
        character < 128 && (character == 95 || UInt8(character).isWordCharacter)
    }
    guard isName else { return text }
    let name = interned(text)
    if name != text { Bt_DECREF_(text) }
    return name
}

extension UInt8 {
    fileprivate var isWordCharacter: Bool {
        (48...57).contains(self) || (65...90).contains(self) || (97...122).contains(self)
    }
}

private func makeBytesConstant(_ bytes: [UInt8]) -> Ref? {
    bytes.withUnsafeBytes {
        BtBytes_FromStringAndSize($0.bindMemory(to: CChar.self).baseAddress, $0.count)
    }
}

private func rowConstant(_ items: [CompiledConstant]) -> Ref? {
    guard let tuple = newTuple(items.count) else { return nil }
    for (index, item) in items.enumerated() {
        guard let object = makeConstant(item) else {
            Bt_DECREF_(tuple)
            return nil
        }
        BtTuple_SET_ITEM_(tuple, index, object)
    }
    return tuple
}

private func frozenSetConstant(_ items: [CompiledConstant]) -> Ref? {
    guard let row = rowConstant(items) else { return nil }
    defer { Bt_DECREF_(row) }
    return BtFrozenSet_New(row)
}
