internal import CBaton

/// The next item of an iterator. Nil: exhausted (no exception), or failed (one is set). Guarded against recursion, since
/// iterators over iterators nest as deep as a script likes.
@inline(__always)
package func nextItem(_ iterator: Ref) -> Ref? {
    guard Bt_EnterRecursiveCall(" while getting an item of an iterator") == 0 else { return nil }
    if let item = iterator.type.pointee.tp_iternext(iterator) { return item }
    swallowStopIteration()
    return nil
}

/// Clear the exception if it is a StopIteration: the end of an iteration is no error.
@inline(never)
func swallowStopIteration() {
    if errorOccurred(), BtErr_ExceptionMatches(BtExc_StopIteration) != 0 { BtErr_Clear() }
}

/// Whether `tp_iternext` of a type can be called.
@inline(__always)
func isIterator(_ object: Ref) -> Bool {
    object.type.pointee.tp_iternext != nil
}

/// Return an iterator over an object; nil with TypeError set.
func iterator(over object: Ref) -> Ref? {
    guard let start = object.type.pointee.tp_iter else {
        guard BtSequence_Check(object) != 0 else {
            return raise(BtExc_TypeError, "'\(typeName(object))' object is not iterable")
        }
        return BtSeqIter_New(object)
    }
    guard let result = start(object) else { return nil }
    guard isIterator(result) else {
        let name = typeName(result)
        Bt_DECREF_(result)
        return raise(BtExc_TypeError, "iter() returned non-iterator of type '\(name)'")
    }
    return result
}
