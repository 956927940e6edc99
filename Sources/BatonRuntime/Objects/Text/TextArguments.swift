internal import CBaton
internal import CBaton.Host

// Arguments of the methods of str, checked as CPython checks them.

/// Call `body` with the arguments in the order of the parameters, at most four. Nil: an exception is set.
@inline(__always)
func withArguments(
    _ parser: UnsafeMutablePointer<_BtArg_Parser>, _ args: UnsafePointer<Ref?>?, _ nargs: Int, kwargs: Ref? = nil,
    kwnames: Ref? = nil, _ positional: ClosedRange<Int>, _ body: (OptionalArguments) -> Ref?
) -> Ref? {
    withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 4) { buffer -> Ref? in
        buffer.initialize(repeating: nil)
        guard
            let found = _BtArg_UnpackKeywords(
                args, nargs, kwargs, kwnames, parser, CInt(positional.lowerBound), CInt(positional.upperBound), 0,
                buffer.baseAddress)
        else { return nil }
        let keywords = kwargs.map { BtDict_Size($0) } ?? kwnames.map { BtTuple_GET_SIZE_($0) } ?? 0
        return body(OptionalArguments(found, nargs, keywords: keywords))
    }
}

/// Whether the number of arguments fits; else TypeError is set.
@inline(__always)
func checkCount(_ name: StaticString, _ nargs: Int, _ range: ClosedRange<Int>) -> Bool {
    range.contains(nargs) || _BtArg_CheckPositional(cString(name), nargs, range.lowerBound, range.upperBound) != 0
}

/// The argument if it is a str; else TypeError is set.
@inline(__always)
func strArgument(_ name: StaticString, _ index: Int, _ args: UnsafePointer<Ref?>?) -> Ref? {
    guard let object = args?[index] else { return nil }
    return strArgument(name, index, object)
}

@inline(__always)
func strArgument(_ name: StaticString, _ index: Int, _ object: Ref) -> Ref? {
    if isStr(object) { return object }
    return raise(BtExc_TypeError, "\(name)() argument \(index + 1) must be str, not \(typeName(object))")
}

/// An integer argument. Nil: an exception is set.
func sizeArgument(_ object: Ref) -> Int? {
    guard let index = BtNumber_Index(object) else { return nil }
    defer { Bt_DECREF_(index) }
    let value = BtLong_AsSsize_t(index)
    return value == -1 && errorOccurred() ? nil : value
}

/// One bound of a slice: None or no argument gives the default. Nil: an exception is set.
func boundArgument(_ object: Ref?, _ otherwise: Int) -> Int? {
    guard let object, !isNone(object) else { return otherwise }
    guard BtIndex_Check(object) != 0 else {
        return raise(
            BtExc_TypeError, "slice indices must be integers or None or have an __index__ method")
    }
    let value = BtNumber_AsSsize_t(object, nil)
    return value == -1 && errorOccurred() ? nil : value
}

/// What the searching methods take: a str and bounds.
struct SearchArguments {
    let part: Ref
    let start: Int
    let end: Int

    /// Nil: an exception is set.
    init?(_ name: StaticString, _ args: UnsafePointer<Ref?>?, _ nargs: Int) {
        guard checkCount(name, nargs, 1...3), let part = strArgument(name, 0, args),
            let start = boundArgument(nargs > 1 ? args?[1] : nil, 0),
            let end = boundArgument(nargs > 2 ? args?[2] : nil, Int.max)
        else { return nil }
        self.part = part
        self.start = start
        self.end = end
    }
}
