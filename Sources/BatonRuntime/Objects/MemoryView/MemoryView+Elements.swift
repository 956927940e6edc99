internal import CBaton
internal import Glibc

// Elements of one native format, in memory and as objects.

extension MemoryView {
    /// The letter of a view's format; nil: NotImplementedError is set.
    static func letter(_ view: BufferRef) -> UInt8? {
        if let letter = StructFormat.nativeLetter(view.pointee.format) { return letter }
        return raise(
            BtExc_NotImplementedError, "memoryview: unsupported format \(String(cString: view.pointee.format))")
    }

    /// The element at an address, as an object.
    static func unpack(_ address: UnsafeRawPointer, _ letter: UInt8) -> Ref? {
        switch letter {
        case UInt8(ascii: "B"): BtLong_FromLong(Int(address.loadUnaligned(as: UInt8.self)))
        case UInt8(ascii: "b"): BtLong_FromLong(Int(address.loadUnaligned(as: Int8.self)))
        case UInt8(ascii: "h"): BtLong_FromLong(Int(address.loadUnaligned(as: Int16.self)))
        case UInt8(ascii: "H"): BtLong_FromLong(Int(address.loadUnaligned(as: UInt16.self)))
        case UInt8(ascii: "i"): BtLong_FromLong(Int(address.loadUnaligned(as: Int32.self)))
        case UInt8(ascii: "I"): BtLong_FromLong(Int(address.loadUnaligned(as: UInt32.self)))
        case UInt8(ascii: "l"), UInt8(ascii: "q"), UInt8(ascii: "n"):
            BtLong_FromLong(address.loadUnaligned(as: Int.self))
        case UInt8(ascii: "L"), UInt8(ascii: "Q"), UInt8(ascii: "N"), UInt8(ascii: "P"):
            BtLong_FromUnsignedLong(address.loadUnaligned(as: UInt.self))
        case UInt8(ascii: "d"): BtFloat_FromDouble(address.loadUnaligned(as: Double.self))
        case UInt8(ascii: "f"): BtFloat_FromDouble(Double(address.loadUnaligned(as: Float.self)))
        case UInt8(ascii: "e"):
            BtFloat_FromDouble(BtFloat_Unpack2(address.assumingMemoryBound(to: CChar.self), 1))
        case UInt8(ascii: "?"): boolRef(address.loadUnaligned(as: UInt8.self) != 0)
        default: Bytes.single(address.loadUnaligned(as: UInt8.self))
        }
    }

    /// Store an object as the element at an address; false: an exception is set.
    static func pack(_ value: Ref, at address: UnsafeMutableRawPointer, _ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "?"):
            let truth = BtObject_IsTrue(value)
            guard truth >= 0 else { return false }
            address.storeBytes(of: truth != 0 ? 1 : 0, as: UInt8.self)
            return true
        case UInt8(ascii: "c"):
            guard isBytes(value) else { return raiseInvalid(BtExc_TypeError, "type", letter) }
            guard Bytes.size(value) == 1 else { return raiseInvalid(BtExc_ValueError, "value", letter) }
            address.storeBytes(of: Bytes.data(value)[0], as: UInt8.self)
            return true
        case UInt8(ascii: "d"), UInt8(ascii: "f"), UInt8(ascii: "e"): return packFloat(value, address, letter)
        case UInt8(ascii: "L"), UInt8(ascii: "Q"), UInt8(ascii: "N"), UInt8(ascii: "P"):
            guard let index = BtNumber_Index(value) else { return raiseMatching(letter) }
            defer { Bt_DECREF_(index) }
            let number = BtLong_AsUnsignedLong(index)
            if number == UInt.max && errorOccurred() { return raiseMatching(letter) }
            address.storeBytes(of: number, as: UInt.self)
            return true
        default: return packSigned(value, address, letter)
        }
    }

    private static func packFloat(_ value: Ref, _ address: UnsafeMutableRawPointer, _ letter: UInt8) -> Bool {
        let number = BtFloat_AsDouble(value)
        if number == -1 && errorOccurred() { return raiseMatching(letter) }
        switch letter {
        case UInt8(ascii: "d"): address.storeBytes(of: number, as: Double.self)
        case UInt8(ascii: "f"): address.storeBytes(of: Float(number), as: Float.self)
        default: return BtFloat_Pack2(number, address.assumingMemoryBound(to: CChar.self), 1) == 0
        }
        return true
    }

    private static func packSigned(_ value: Ref, _ address: UnsafeMutableRawPointer, _ letter: UInt8) -> Bool {
        guard let index = BtNumber_Index(value) else { return raiseMatching(letter) }
        defer { Bt_DECREF_(index) }
        let number = BtLong_AsLong(index)
        if number == -1 && errorOccurred() { return raiseMatching(letter) }
        let fits =
            switch letter {
            case UInt8(ascii: "b"): store(Int8(exactly: number), address)
            case UInt8(ascii: "B"): store(UInt8(exactly: number), address)
            case UInt8(ascii: "h"): store(Int16(exactly: number), address)
            case UInt8(ascii: "H"): store(UInt16(exactly: number), address)
            case UInt8(ascii: "i"): store(Int32(exactly: number), address)
            case UInt8(ascii: "I"): store(UInt32(exactly: number), address)
            default: store(number, address)
            }
        return fits || raiseInvalid(BtExc_ValueError, "value", letter)
    }

    private static func store<Number: BitwiseCopyable>(_ number: Number?, _ address: UnsafeMutableRawPointer) -> Bool {
        guard let number else { return false }
        address.storeBytes(of: number, as: Number.self)
        return true
    }

    private static func raiseInvalid(_ exception: Ref, _ what: String, _ letter: UInt8) -> Bool {
        raise(exception, "memoryview: invalid \(what) for format '\(Character(Unicode.Scalar(letter)))'") ?? false
    }

    /// Say in the words of memoryview what a conversion has raised.
    private static func raiseMatching(_ letter: UInt8) -> Bool {
        if BtErr_ExceptionMatches(BtExc_TypeError) != 0 {
            BtErr_Clear()
            return raiseInvalid(BtExc_TypeError, "type", letter)
        }
        if BtErr_ExceptionMatches(BtExc_OverflowError) != 0 || BtErr_ExceptionMatches(BtExc_ValueError) != 0 {
            BtErr_Clear()
            return raiseInvalid(BtExc_ValueError, "value", letter)
        }
        return false
    }
}
