internal import CBaton
internal import Glibc

// Items and slices.

extension MemoryView {
    /// The address of the element or row at an index of a dimension, from `start`; nil: IndexError is set.
    private static func step(
        _ view: BufferRef, _ start: UnsafeMutableRawPointer, _ dimension: Int, _ index: Int
    ) -> UnsafeMutableRawPointer? {
        let count = view.pointee.shape[dimension]
        let place = index < 0 ? index + count : index
        guard place >= 0, place < count else {
            return raise(BtExc_IndexError, "index out of bounds on dimension \(dimension + 1)")
        }
        let element = start + view.pointee.strides[dimension] * place
        guard let suboffsets = view.pointee.suboffsets, suboffsets[dimension] >= 0 else { return element }
        return element.assumingMemoryBound(to: UnsafeMutableRawPointer.self).pointee + suboffsets[dimension]
    }

    /// The address that a tuple of indices names; nil: an exception is set.
    private static func element(_ view: BufferRef, _ indices: Ref) -> UnsafeMutableRawPointer? {
        let count = BtTuple_GET_SIZE_(indices)
        let ndim = Int(view.pointee.ndim)
        guard count <= ndim else {
            return raise(BtExc_TypeError, "cannot index \(ndim)-dimension view with \(count)-element tuple")
        }
        guard count == ndim else { return raise(BtExc_NotImplementedError, "sub-views are not implemented") }
        var address = view.pointee.buf!
        for dimension in 0..<count {
            let index = BtNumber_AsSsize_t(BtTuple_GET_ITEM_(indices, dimension), BtExc_IndexError)
            if index == -1 && errorOccurred() { return nil }
            guard let next = step(view, address, dimension, index) else { return nil }
            address = next
        }
        return address
    }

    static func item(_ memory: Ref, _ index: Int) -> Ref? {
        guard isAccessible(memory) else { return nil }
        let view = view(memory)
        guard let letter = letter(view) else { return nil }
        switch view.pointee.ndim {
        case 0: return raise(BtExc_TypeError, "invalid indexing of 0-dim memory")
        case 1: return step(view, view.pointee.buf, 0, index).flatMap { unpack($0, letter) }
        default:
            return raise(BtExc_NotImplementedError, "multi-dimensional sub-views are not implemented")
        }
    }

    private enum Key {
        case index(Int)
        case slice
        case indices
        case slices
        case other
    }

    /// What kind of key an object is; nil: an exception is set.
    private static func kind(of key: Ref) -> Key? {
        if BtIndex_Check(key) != 0 {
            let index = BtNumber_AsSsize_t(key, BtExc_IndexError)
            return index == -1 && errorOccurred() ? nil : .index(index)
        }
        if key.type == BtSlice_Type_() { return .slice }
        guard isTuple(key) else { return .some(.other) }
        let items = UnsafeBufferPointer(start: _bt_tuple_items(key), count: BtTuple_GET_SIZE_(key))
        if items.allSatisfy({ BtIndex_Check($0) != 0 }) { return .indices }
        if items.allSatisfy({ $0!.type == BtSlice_Type_() }) { return .slices }
        return .other
    }

    private static func isWhole(_ key: Ref) -> Bool {
        key == ellipsisRef || (isTuple(key) && BtTuple_GET_SIZE_(key) == 0)
    }

    static func subscripted(_ memory: Ref, _ key: Ref) -> Ref? {
        guard isAccessible(memory) else { return nil }
        let view = view(memory)
        if view.pointee.ndim == 0 {
            if key == ellipsisRef { return newReference(memory) }
            guard isWhole(key) else { return raise(BtExc_TypeError, "invalid indexing of 0-dim memory") }
            return letter(view).flatMap { unpack(view.pointee.buf, $0) }
        }
        guard let kind = kind(of: key) else { return nil }
        switch kind {
        case .index(let index): return item(memory, index)
        case .slice: return slice(memory, key)
        case .indices:
            guard let letter = letter(view), let address = element(view, key) else { return nil }
            return unpack(address, letter)
        case .slices: return raise(BtExc_NotImplementedError, "multi-dimensional slicing is not implemented")
        case .other: return raise(BtExc_TypeError, "memoryview: invalid slice key")
        }
    }

    private static func slice(_ memory: Ref, _ key: Ref) -> Ref? {
        let object = memory.as(BtMemoryViewObject.self)
        guard let sliced = make(on: object.pointee.mbuf, like: view(memory)) else { return nil }
        guard narrow(view(sliced), key) else {
            Bt_DECREF_(sliced)
            return nil
        }
        setFlags(sliced.as(BtMemoryViewObject.self))
        return sliced
    }

    /// Narrow the first dimension of a view to a slice; false: an exception is set.
    private static func narrow(_ view: BufferRef, _ key: Ref) -> Bool {
        var (start, stop, step) = (0, 0, 0)
        guard BtSlice_Unpack(key, &start, &stop, &step) == 0 else { return false }
        let count = BtSlice_AdjustIndices(view.pointee.shape[0], &start, &stop, step)
        view.pointee.buf += view.pointee.strides[0] * start
        view.pointee.shape[0] = count
        view.pointee.strides[0] *= step
        setLength(view)
        return true
    }

    // MARK: Assigning

    static func assign(_ memory: Ref, _ key: Ref, _ value: Ref?) -> CInt {
        guard isAccessible(memory) else { return -1 }
        let view = view(memory)
        guard let letter = letter(view) else { return -1 }
        guard view.pointee.readonly == 0 else {
            return raiseStatus(BtExc_TypeError, "cannot modify read-only memory")
        }
        guard let value else { return raiseStatus(BtExc_TypeError, "cannot delete memory") }
        if view.pointee.ndim == 0 {
            guard isWhole(key) else { return raiseStatus(BtExc_TypeError, "invalid indexing of 0-dim memory") }
            return store(value, memory, view.pointee.buf, letter)
        }
        guard let kind = kind(of: key) else { return -1 }
        switch kind {
        case .index(let index):
            guard view.pointee.ndim == 1 else {
                return raiseStatus(BtExc_NotImplementedError, "sub-views are not implemented")
            }
            guard let address = step(view, view.pointee.buf, 0, index) else { return -1 }
            return store(value, memory, address, letter)
        case .indices:
            guard let address = element(view, key) else { return -1 }
            return store(value, memory, address, letter)
        case .slice where view.pointee.ndim == 1: return assignSlice(memory, key, value)
        case .slice, .slices:
            return raiseStatus(
                BtExc_NotImplementedError,
                "memoryview slice assignments are currently restricted to ndim = 1")
        case .other: return raiseStatus(BtExc_TypeError, "memoryview: invalid slice key")
        }
    }

    /// Store an element. Converting the value runs code, which may release the view: it is converted beside it first.
    private static func store(
        _ value: Ref, _ memory: Ref, _ address: UnsafeMutableRawPointer, _ letter: UInt8
    ) -> CInt {
        var element: UInt64 = 0
        guard pack(value, at: &element, letter), isAccessible(memory) else { return -1 }
        memcpy(address, &element, view(memory).pointee.itemsize)
        return 0
    }

    private static func assignSlice(_ memory: Ref, _ key: Ref, _ value: Ref) -> CInt {
        // A view of the slice keeps the memory in place while the value's buffer is got, which runs code.
        guard let target = slice(memory, key) else { return -1 }
        defer { Bt_DECREF_(target) }
        var source = Bt_buffer()
        guard BtObject_GetBuffer(value, &source, Buffer.fullReadOnly) == 0 else { return -1 }
        defer { BtBuffer_Release(&source) }
        let destination = view(target)
        let isLikeFormat =
            StructFormat.nativeLetter(source.format) == StructFormat.nativeLetter(destination.pointee.format)
            && source.itemsize == destination.pointee.itemsize
        guard isLikeFormat, source.ndim == 1, source.len == destination.pointee.len else {
            return raiseStatus(
                BtExc_ValueError, "memoryview assignment: lvalue and rvalue have different structures")
        }
        guard source.len > 0 else { return 0 }
        // By way of a copy: the two may overlap.
        guard let copy = BtMem_RawMalloc(source.len) else { return raiseNoMemory() ?? -1 }
        defer { BtMem_RawFree(copy) }
        guard BtBuffer_ToContiguous(copy, &source, source.len, Buffer.orderC) == 0 else { return -1 }
        return BtBuffer_FromContiguous(destination, copy, source.len, Buffer.orderC)
    }
}
