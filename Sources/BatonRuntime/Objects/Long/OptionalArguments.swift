internal import CBaton

/// The arguments of a call in the order of the parameters, nil where none was given. What _BtArg_UnpackKeywords gives has
/// no entry for a parameter behind the last one given by position if there are no keywords.
struct OptionalArguments {
    private let arguments: UnsafePointer<Ref?>
    private let count: Int

    init(_ arguments: UnsafePointer<Ref?>, _ positional: Int, keywords: Int) {
        self.arguments = arguments
        count = keywords == 0 ? positional : .max
    }

    subscript(index: Int) -> Ref? { index < count ? arguments[index] : nil }
}

/// A tuple of two objects, whose references it takes over, also when it fails.
func makePair(taking first: Ref, _ second: Ref) -> Ref? {
    guard let pair = BtTuple_New(2) else {
        Bt_DECREF_(first)
        Bt_DECREF_(second)
        return nil
    }
    BtTuple_SET_ITEM_(pair, 0, first)
    BtTuple_SET_ITEM_(pair, 1, second)
    return pair
}

/// A tuple of one object, whose reference it takes over, also when it fails.
func makeTuple(taking item: Ref) -> Ref? {
    guard let tuple = BtTuple_New(1) else {
        Bt_DECREF_(item)
        return nil
    }
    BtTuple_SET_ITEM_(tuple, 0, item)
    return tuple
}
