internal import CBaton
internal import CBaton.Host
internal import Glibc

// The units of a format: what converts one argument. Each says false when that fails, with either an exception set or a
// message in the frame.

extension ArgumentParser {
    /// Convert one argument by the unit at `format`, and step over the unit.
    @inline(__always)
    mutating func convert(_ argument: Ref) -> Bool {
        let unit = format.pointee
        // The commonest first: a switch of so many cases is an indirect jump.
        if unit == UInt8(ascii: "O") && !isUnitSuffix(format[1]) {
            format += 1
            next(Ref.self).pointee = argument
            return true
        }
        return convertByUnit(unit, argument)
    }

    @inline(__always)
    private func isUnitSuffix(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "!") || byte == UInt8(ascii: "&") }

    @inline(never)
    private mutating func convertByUnit(_ unit: UInt8, _ argument: Ref) -> Bool {
        format += 1
        switch unit {
        case UInt8(ascii: "("): return convertNested(argument)
        case UInt8(ascii: "O"): return convertObject(argument)
        case UInt8(ascii: "n"):
            let value = indexAsSize(argument)
            if value == -1 && errorOccurred() { return failRaised() }
            next(Int.self).pointee = value
            return true
        case UInt8(ascii: "i"):
            let value = BtLong_AsLong(argument)
            if value == -1 && errorOccurred() { return failRaised() }
            guard let small = CInt(exactly: value) else { return outOfRange(value, "signed integer") }
            next(CInt.self).pointee = small
            return true
        case UInt8(ascii: "p"):
            let truth = BtObject_IsTrue(argument)
            if truth < 0 { return failRaised() }
            next(CInt.self).pointee = truth
            return true
        case UInt8(ascii: "d"), UInt8(ascii: "f"): return convertFloat(unit, argument)
        case UInt8(ascii: "D"):
            guard let value = complexOf(argument) else { return failRaised() }
            next(Bt_complex.self).pointee = value
            return true
        case UInt8(ascii: "s"), UInt8(ascii: "z"): return convertText(argument, allowsNone: unit == UInt8(ascii: "z"))
        case UInt8(ascii: "y"): return convertBytes(argument)
        case UInt8(ascii: "w"): return convertWritable(argument)
        case UInt8(ascii: "e"): return convertEncoded(argument)
        case UInt8(ascii: "S"): return store(argument, if: isBytes(argument), "bytes")
        case UInt8(ascii: "Y"):
            return store(argument, if: BtObject_TypeCheck_(argument, BtByteArray_Type_()) != 0, "bytearray")
        case UInt8(ascii: "U"): return store(argument, if: isStr(argument), "str")
        case UInt8(ascii: "c"): return convertByte(argument)
        case UInt8(ascii: "C"): return convertCharacter(argument)
        case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "I"),
            UInt8(ascii: "l"), UInt8(ascii: "k"), UInt8(ascii: "L"), UInt8(ascii: "K"):
            return convertInteger(unit, argument)
        default:
            format -= 1
            return fail(expected: "(impossible<bad format char>)", argument)
        }
    }

    private func store(_ argument: Ref, if matches: Bool, _ expected: String) -> Bool {
        let variable = next(Ref.self)
        guard matches else { return fail(expected: expected, argument) }
        variable.pointee = argument
        return true
    }

    // MARK: Objects

    /// O! and O&.
    private mutating func convertObject(_ argument: Ref) -> Bool {
        let suffix = format.pointee
        format += 1
        if suffix == UInt8(ascii: "!") {
            let type = next(BtTypeObject.self)
            let variable = next(Ref.self)
            guard BtObject_TypeCheck_(argument, type) != 0 else { return fail(expected: typeName(of: type), argument) }
            variable.pointee = argument
            return true
        }
        typealias Converter = @convention(c) (Ref?, UnsafeMutableRawPointer?) -> CInt
        // SAFETY: because args.h says that the first address of O& is a function of this signature.
        let converter = unsafeBitCast(_bt_varargs_pointer(addresses), to: Converter.self)
        let address = _bt_varargs_pointer(addresses)
        let result = converter(argument, address)
        if result == 0 { return fail(expected: "(unspecified)", argument) }
        guard result == Bt_CLEANUP_SUPPORTED, let address else { return true }
        return acquire(address, converter: converter)
    }

    /// (…): a sequence of as many items as there are units inside.
    private mutating func convertNested(_ argument: Ref) -> Bool {
        let count = countNested()
        guard BtSequence_Check(argument) != 0, !isBytes(argument) else {
            endLevels(at: depth)
            return fail("must be \(count)-item sequence, not \(isNone(argument) ? "None" : typeName(argument))")
        }
        let size = BtSequence_Size(argument)
        if size < 0 { return failRaised() }
        guard size == count else {
            endLevels(at: depth)
            return fail("must be sequence of length \(count), not \(size)")
        }
        for index in 0..<count {
            guard let item = BtSequence_GetItem(argument, index) else {
                BtErr_Clear()
                noteItem(index, at: depth)
                endLevels(at: depth + 1)
                return fail("is not retrievable")
            }
            depth += 1
            endLevels(at: depth)
            let isConverted = convert(item)
            depth -= 1
            // The sequence holds the item, as args.h asks of it.
            Bt_DECREF_(item)
            guard isConverted else {
                noteItem(index, at: depth)
                return false
            }
        }
        guard format.pointee == UInt8(ascii: ")") else { return fail("(bad format: missing ')')") }
        format += 1
        return true
    }

    private func countNested() -> Int {
        var cursor = format
        var level = 0
        var count = 0
        while true {
            switch cursor.pointee {
            case UInt8(ascii: "("):
                if level == 0 { count += 1 }
                level += 1
            case UInt8(ascii: ")"):
                if level == 0 { return count }
                level -= 1
            case 0, UInt8(ascii: ":"), UInt8(ascii: ";"): return count
            default: if level == 0 && isUnitStart(cursor.pointee) { count += 1 }
            }
            cursor += 1
        }
    }
}
