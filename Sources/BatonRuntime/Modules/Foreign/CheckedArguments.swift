internal import CBaton
internal import CBaton.Host

// Functions that are `checked` refuse ints that do not fit; others take their low bits, as Python's ctypes does.

/// Whether an int fits into a parameter: into the integer type that is named, or into a C int where none is. False with
/// OverflowError set.
@inline(never)
func fits(_ number: LongRef, _ converter: Ref?) -> Bool {
    guard let converter else {
        // Without argtypes an int is passed as a C int.
        if let value = number.compact, Int(Int32.min)...Int(UInt32.max) ~= value { return true }
        return raiseUnfitting(number, "a C int, which an argument without argtypes is")
    }
    guard let layout = foreignLayout(of: converter), layout.kind == BT_FOREIGN_SIMPLE else { return true }
    let bits = layout.pointee.size * 8
    let isFitting: Bool
    switch layout.pointee.code {
    case UInt8(ascii: "b"), UInt8(ascii: "h"), UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "q"):
        guard case .fits(let value) = longAsInt(number) else {
            return raiseUnfitting(number, typeName(of: asType(converter)))
        }
        isFitting = value >> (bits - 1) == 0 || value >> (bits - 1) == -1
    case UInt8(ascii: "B"), UInt8(ascii: "H"), UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "Q"),
        UInt8(ascii: "P"):
        guard case .fits(let value) = longAsUInt(number) else {
            return raiseUnfitting(number, typeName(of: asType(converter)))
        }
        isFitting = bits == 64 || value >> bits == 0
    default: return true
    }
    return isFitting || raiseUnfitting(number, typeName(of: asType(converter)))
}

private func raiseUnfitting(_ number: LongRef, _ type: String) -> Bool {
    raiseStatus(BtExc_OverflowError, "expected an int that fits into \(type), got \(reprText(number.ref))") == 0
}
