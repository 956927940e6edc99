internal import CBaton

// The functions behind `int.__add__` and its kin: each calls a slot from a tuple of arguments.

enum SlotWrapper {
    static let unary: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 0) else { return nil }
        return slotFunction(wrapped, as: unaryfunc.self)(self)
    }
    static let binary: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 1) else { return nil }
        return slotFunction(wrapped, as: binaryfunc.self)(self, positional(args!, 0))
    }
    static let binaryReflected: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 1) else { return nil }
        return slotFunction(wrapped, as: binaryfunc.self)(positional(args!, 0), self)
    }
    static let power: wrapperfunc = { `self`, args, wrapped in
        guard let (other, modulus) = SlotWrapper.oneOrTwo(args!) else { return nil }
        return slotFunction(wrapped, as: ternaryfunc.self)(self, other, modulus ?? noneRef)
    }
    static let powerReflected: wrapperfunc = { `self`, args, wrapped in
        guard let (other, modulus) = SlotWrapper.oneOrTwo(args!) else { return nil }
        return slotFunction(wrapped, as: ternaryfunc.self)(other, self, modulus ?? noneRef)
    }
    static let length: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 0) else { return nil }
        let length = slotFunction(wrapped, as: lenfunc.self)(self)
        return length == -1 && errorOccurred() ? nil : BtLong_FromSsize_t(length)
    }
    static let truth: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 0) else { return nil }
        let result = slotFunction(wrapped, as: inquiry.self)(self)
        return result < 0 ? nil : boolRef(result != 0)
    }
    static let hash: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 0) else { return nil }
        let hash = slotFunction(wrapped, as: hashfunc.self)(self)
        return hash == -1 && errorOccurred() ? nil : BtLong_FromSsize_t(hash)
    }
    static let call: wrapperfunc_kwds = { `self`, args, wrapped, kwargs in
        slotFunction(wrapped, as: ternaryfunc.self)(self, args, kwargs)
    }
    static let initialize: wrapperfunc_kwds = { `self`, args, wrapped, kwargs in
        slotFunction(wrapped, as: initproc.self)(self, args, kwargs) < 0 ? nil : noneRef
    }
    static let next: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 0) else { return nil }
        if let result = slotFunction(wrapped, as: iternextfunc.self)(self) { return result }
        if !errorOccurred() { BtErr_SetNone(BtExc_StopIteration) }
        return nil
    }
    static let getAttribute: wrapperfunc = binary
    static let setAttribute: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 2) else { return nil }
        return SlotWrapper.status(
            slotFunction(wrapped, as: setattrofunc.self)(self, positional(args!, 0), positional(args!, 1)))
    }
    static let deleteAttribute: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 1) else { return nil }
        return SlotWrapper.status(slotFunction(wrapped, as: setattrofunc.self)(self, positional(args!, 0), nil))
    }
    static let descriptorGet: wrapperfunc = { `self`, args, wrapped in
        guard let (object, type) = SlotWrapper.oneOrTwo(args!) else { return nil }
        let owner = object == noneRef ? nil : object
        let kind = type == noneRef ? nil : type
        guard owner != nil || kind != nil else { return raise(BtExc_TypeError, "__get__(None, None) is invalid") }
        return slotFunction(wrapped, as: descrgetfunc.self)(self, owner, kind)
    }
    static let descriptorDelete: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 1) else { return nil }
        return SlotWrapper.status(slotFunction(wrapped, as: descrsetfunc.self)(self, positional(args!, 0), nil))
    }
    static let delete: wrapperfunc = { `self`, args, wrapped in
        guard expectArguments(args!, 0) else { return nil }
        slotFunction(wrapped, as: destructor.self)(self)
        return noneRef
    }
    static let less: wrapperfunc = { SlotWrapper.compare($0!, $1!, $2, BT_LT) }
    static let lessOrEqual: wrapperfunc = { SlotWrapper.compare($0!, $1!, $2, BT_LE) }
    static let equal: wrapperfunc = { SlotWrapper.compare($0!, $1!, $2, BT_EQ) }
    static let notEqual: wrapperfunc = { SlotWrapper.compare($0!, $1!, $2, BT_NE) }
    static let greater: wrapperfunc = { SlotWrapper.compare($0!, $1!, $2, BT_GT) }
    static let greaterOrEqual: wrapperfunc = { SlotWrapper.compare($0!, $1!, $2, BT_GE) }

    private static func compare(
        _ left: Ref, _ args: Ref, _ wrapped: UnsafeMutableRawPointer?, _ operation: CInt
    ) -> Ref? {
        guard expectArguments(args, 1) else { return nil }
        return slotFunction(wrapped, as: richcmpfunc.self)(left, positional(args, 0), operation)
    }

    static func status(_ result: CInt) -> Ref? { result < 0 ? nil : noneRef }

    static func oneOrTwo(_ args: Ref) -> (Ref, Ref?)? {
        let count = BtTuple_GET_SIZE_(args)
        guard count == 1 || count == 2 else {
            return raise(
                BtExc_TypeError, "expected \(count < 1 ? "at least 1 argument" : "at most 2 arguments"), got \(count)")
        }
        return (positional(args, 0), count == 2 ? positional(args, 1) : nil)
    }
}
