internal import CBaton
internal import Glibc

// Arguments that several methods of bytes and bytearray take.

extension ByteString {
    typealias Arguments = UnsafePointer<Ref?>?

    /// Give `body` the bytes of an argument that is bytes-like or an int in range(256). Nil: an exception is set.
    static func withPattern<Result>(_ argument: Ref, _ body: (ByteSpan) -> Result?) -> Result? {
        if Buffer.isSupported(by: argument) { return Buffer.withBytes(of: argument, body) }
        guard BtIndex_Check(argument) != 0 else {
            return raise(
                BtExc_TypeError, "argument should be integer or bytes-like object, not '\(typeName(argument))'")
        }
        let value = BtNumber_AsSsize_t(argument, nil)
        if value == -1 && errorOccurred() { return nil }
        guard var byte = UInt8(exactly: value) else {
            return raise(BtExc_ValueError, "byte must be in range(0, 256)")
        }
        return withUnsafePointer(to: &byte) { body(ByteSpan(start: $0, count: 1)) }
    }

    /// A start or end argument: None or absent gives `absent`, an int too large is cut. Nil: TypeError is set.
    static func sliceIndex(_ argument: Ref?, absent: Int) -> Int? {
        guard let argument, !isNone(argument) else { return absent }
        guard BtIndex_Check(argument) != 0 else {
            return raise(
                BtExc_TypeError, "slice indices must be integers or None or have an __index__ method")
        }
        let value = BtNumber_AsSsize_t(argument, nil)
        return value == -1 && errorOccurred() ? nil : value
    }

    /// The optional start and end behind `first` arguments. Nil: TypeError is set.
    static func bounds(_ args: Arguments, _ nargs: Int, behind first: Int) -> (start: Int, end: Int)? {
        guard let start = sliceIndex(nargs > first ? args![first] : nil, absent: 0),
            let end = sliceIndex(nargs > first + 1 ? args![first + 1] : nil, absent: .max)
        else { return nil }
        return (start, end)
    }

    /// Bounds in a size, as slices have them: negative ones count from the end. `low` may lie behind `high`.
    static func adjust(_ bounds: (start: Int, end: Int), _ size: Int) -> (low: Int, high: Int) {
        let high = bounds.end > size ? size : bounds.end < 0 ? max(bounds.end + size, 0) : bounds.end
        let low = bounds.start < 0 ? max(bounds.start + size, 0) : bounds.start
        return (low, high)
    }

    /// A size argument; nil: an exception is set.
    static func size(_ argument: Ref?, absent: Int) -> Int? {
        guard let argument else { return absent }
        guard let index = BtNumber_Index(argument) else { return nil }
        defer { Bt_DECREF_(index) }
        let value = BtLong_AsSsize_t(index)
        return value == -1 && errorOccurred() ? nil : value
    }

    /// An int argument of C's size; nil: an exception is set.
    static func int(_ argument: Ref?, absent: Int) -> Int? {
        guard let argument else { return absent }
        let value = BtLong_AsInt(argument)
        return value == -1 && errorOccurred() ? nil : Int(value)
    }

    /// Whether a number of positional arguments is allowed; false: TypeError is set.
    static func check(_ name: StaticString, _ nargs: Int, _ min: Int, _ max: Int) -> Bool {
        if min <= nargs && nargs <= max { return true }
        return _BtArg_CheckPositional(cString(name), nargs, min, max) != 0
    }
}
