internal import CBaton
internal import Glibc

/// Fill the slots of memoryview, of its iterator and of the managed buffer.
func setUpMemoryView() {
    let type = BtMemoryView_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtMemoryViewObject>.size
    type.pointee.tp_itemsize = MemoryLayout<Int>.size
    type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_SEQUENCE)
    type.pointee.tp_weaklistoffset = MemoryLayout<BtMemoryViewObject>.offset(of: \.weakreflist)!
    type.pointee.tp_doc = cString("Create a new memoryview object which references the given object.")
    type.pointee.tp_dealloc = { MemoryView.dealloc($0!) }
    type.pointee.tp_traverse = { memory, visit, context in
        visit!(memory!.as(BtMemoryViewObject.self).pointee.mbuf.ref, context)
    }
    type.pointee.tp_clear = { memory in
        _ = MemoryView.release(memory!)
        return 0
    }
    type.pointee.tp_repr = { MemoryView.repr($0!) }
    type.pointee.tp_hash = { MemoryView.hash($0!) }
    type.pointee.tp_richcompare = { MemoryView.richCompare($0!, $1!, $2) }
    type.pointee.tp_iter = { MemoryIterator.make(over: $0!) }
    type.pointee.tp_new = { _, args, kwargs in
        withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 1) { slots in
            slots.initialize(repeating: nil)
            guard MemoryView.newParameters.unpack(args!, kwargs, into: slots.baseAddress!) else { return nil }
            return slots[0].flatMap { MemoryView.make(of: $0) }
        }
    }
    var sequence = BtSequenceMethods()
    sequence.sq_length = { MemoryView.length($0!) }
    sequence.sq_item = { MemoryView.item($0!, $1) }
    type.pointee.tp_as_sequence = permanent(sequence)
    var mapping = BtMappingMethods()
    mapping.mp_length = { MemoryView.length($0!) }
    mapping.mp_subscript = { MemoryView.subscripted($0!, $1!) }
    mapping.mp_ass_subscript = { MemoryView.assign($0!, $1!, $2) }
    type.pointee.tp_as_mapping = permanent(mapping)
    var buffer = BtBufferProcs()
    buffer.bf_getbuffer = { MemoryView.getBuffer($0!, $1!, $2) }
    buffer.bf_releasebuffer = { memory, _ in MemoryView.releaseBuffer(memory!) }
    type.pointee.tp_as_buffer = permanent(buffer)
    type.pointee.tp_methods = methodTable(MemoryView.methods())
    type.pointee.tp_getset = getsetTable(MemoryView.attributes())
    setUpManagedBuffer()
    MemoryIterator.setUp()
}

private func setUpManagedBuffer() {
    let type = _bt_managed_buffer_type_()
    type.pointee.tp_basicsize = MemoryLayout<BtManagedBufferObject_>.size
    type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_DISALLOW_INSTANTIATION)
    type.pointee.tp_dealloc = { buffer in
        MemoryView.release(buffer!.as(BtManagedBufferObject_.self))
        freeObject(buffer!)
    }
    type.pointee.tp_traverse = { buffer, visit, context in
        guard let exporter = buffer!.as(BtManagedBufferObject_.self).pointee.master.obj else { return 0 }
        return visit!(exporter, context)
    }
    type.pointee.tp_clear = { buffer in
        // Views that are left find the buffer released.
        MemoryView.release(buffer!.as(BtManagedBufferObject_.self))
        return 0
    }
}

extension MemoryView {
    static func length(_ memory: Ref) -> Int {
        guard isAccessible(memory) else { return -1 }
        let view = view(memory)
        guard view.pointee.ndim > 0 else { return Int(raiseStatus(BtExc_TypeError, "0-dim memory has no length")) }
        return view.pointee.shape[0]
    }

    static func repr(_ memory: Ref) -> Ref? {
        let state = isReleased(memory) ? "released memory" : "memory"
        return makeString("<\(state) at \(address(of: memory))>")
    }
}

/// An iterator over the elements of a memoryview's first dimension. Guard: its critical section.
struct MemoryIterator {
    var head: BtObject
    var memory: Ref?
    var index: Int

    static func make(over memory: Ref) -> Ref? {
        guard MemoryView.isAccessible(memory) else { return nil }
        guard MemoryView.view(memory).pointee.ndim > 0 else {
            return raise(BtExc_TypeError, "invalid indexing of 0-dim memory")
        }
        guard MemoryView.view(memory).pointee.ndim == 1 else {
            return raise(BtExc_NotImplementedError, "multi-dimensional sub-views are not implemented")
        }
        guard let iterator = makeObject(_bt_memory_iterator_type_(), as: MemoryIterator.self) else { return nil }
        iterator.pointee.memory = newReference(memory)
        iterator.pointee.index = 0
        track(iterator.ref)
        return iterator.ref
    }

    static func next(_ self: Ref) -> Ref? {
        let iterator = self.as(MemoryIterator.self)
        guard let memory = iterator.pointee.memory, MemoryView.isAccessible(memory) else { return nil }
        let index = locked(self) {
            defer { iterator.pointee.index += 1 }
            return iterator.pointee.index
        }
        if index < MemoryView.view(memory).pointee.shape[0] { return MemoryView.item(memory, index) }
        release(locked(self) { exchange(&iterator.pointee.memory, nil) })
        return nil
    }

    static func setUp() {
        let type = _bt_memory_iterator_type_()
        type.pointee.tp_basicsize = MemoryLayout<MemoryIterator>.size
        type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC)
        type.pointee.tp_dealloc = { object in
            release(object!.as(MemoryIterator.self).pointee.memory)
            freeObject(object!)
        }
        type.pointee.tp_traverse = { object, visit, context in
            guard let memory = object!.as(MemoryIterator.self).pointee.memory else { return 0 }
            return visit!(memory, context)
        }
        type.pointee.tp_iter = { newReference($0!) }
        type.pointee.tp_iternext = { MemoryIterator.next($0!) }
    }
}
