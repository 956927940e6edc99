internal import CBaton

// Slots as raw pointers, and back.

/// A slot's content as a function of the slot's type.
@inline(__always)
func slotFunction<Function>(_ pointer: UnsafeMutableRawPointer?, as _: Function.Type) -> Function {
    // SAFETY: because the caller names the type that belongs to the slot's number, and C function pointers have the size
    // of data pointers on every platform with dlsym.
    unsafeBitCast(pointer, to: Function.self)
}

/// A C function as a slot's content.
@inline(__always)
func slotPointer<Function>(_ function: Function) -> UnsafeMutableRawPointer {
    // SAFETY: because Function is a C function type, see slotFunction.
    unsafeBitCast(function, to: UnsafeMutableRawPointer.self)
}

/// Expect a tuple of `count` positional arguments.
func expectArguments(_ args: Ref, _ count: Int) -> Bool {
    guard isTuple(args) else {
        BtErr_SetString(BtExc_SystemError, "BtArg_UnpackTuple() argument list is not a tuple")
        return false
    }
    let given = BtTuple_GET_SIZE_(args)
    if given == count { return true }
    return raiseStatus(BtExc_TypeError, "expected \(count) argument\(count == 1 ? "" : "s"), got \(given)") == 0
}

/// The argument at `index` of a tuple that is long enough, borrowed.
@inline(__always)
func positional(_ args: Ref, _ index: Int) -> Ref { BtTuple_GET_ITEM_(args, index) }
