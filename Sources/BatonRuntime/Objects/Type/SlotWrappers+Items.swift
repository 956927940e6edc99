internal import CBaton

// Wrappers of the slots of sequences and mappings.

extension SlotWrapper {
    /// For slots that take a count: `__mul__` of sequences.
    static let count: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 1) else { return nil }
        let count = BtNumber_AsSsize_t(positional(args!, 0), BtExc_OverflowError)
        if count == -1, errorOccurred() { return nil }
        return slotFunction(wrapped, as: ssizeargfunc.self)(self, count)
    }
    static let item: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 1), let index = SlotWrapper.index(self!, positional(args!, 0)) else { return nil }
        return slotFunction(wrapped, as: ssizeargfunc.self)(self, index)
    }
    static let setItem: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 2), let index = SlotWrapper.index(self!, positional(args!, 0)) else { return nil }
        return SlotWrapper.status(slotFunction(wrapped, as: ssizeobjargproc.self)(self, index, positional(args!, 1)))
    }
    static let deleteItem: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 1), let index = SlotWrapper.index(self!, positional(args!, 0)) else { return nil }
        return SlotWrapper.status(slotFunction(wrapped, as: ssizeobjargproc.self)(self, index, nil))
    }
    static let contains: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 1) else { return nil }
        let result = slotFunction(wrapped, as: objobjproc.self)(self, positional(args!, 0))
        return result < 0 ? nil : boolRef(result != 0)
    }
    static let setKey: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 2) else { return nil }
        return SlotWrapper.status(
            slotFunction(wrapped, as: objobjargproc.self)(self, positional(args!, 0), positional(args!, 1)))
    }
    static let deleteKey: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 1) else { return nil }
        return SlotWrapper.status(slotFunction(wrapped, as: objobjargproc.self)(self, positional(args!, 0), nil))
    }

    /// An index from an object, counted from the end if it is negative.
    private static func index(_ sequence: Ref, _ object: Ref) -> Int? {
        var index = BtNumber_AsSsize_t(object, BtExc_OverflowError)
        if index == -1, errorOccurred() { return nil }
        if index < 0, let length = sequence.type.pointee.tp_as_sequence?.pointee.sq_length {
            let size = length(sequence)
            if size < 0 { return nil }
            index += size
        }
        return index
    }
}
