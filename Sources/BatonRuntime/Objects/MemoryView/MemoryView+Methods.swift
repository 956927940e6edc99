internal import CBaton
internal import Glibc

extension MemoryView {
    private static let castParameters = MethodParameters("cast", "format", "shape", required: 1)
    private static let tobytesParameters = MethodParameters("tobytes", "order")
    static let newParameters = MethodParameters("memoryview", "object", required: 1)

    static func methods() -> [BtMethodDef] {
        [
            method("release", BT_METH_NOARGS) { memory, _ in MemoryView.release(memory!) ? noneRef : nil },
            fastKeywordMethod("tobytes") { memory, args, nargs, kwnames in
                ByteString.withArguments(MemoryView.tobytesParameters, args, nargs, kwnames) {
                    MemoryView.toBytes(memory!, orderOf: $0[0])
                }
            },
            fastKeywordMethod("hex") { memory, args, nargs, kwnames in
                ByteString.withArguments(ByteString.hexParameters, args, nargs, kwnames) { slots in
                    MemoryView.hex(memory!, slots[0], slots[1])
                }
            },
            method("tolist", BT_METH_NOARGS) { memory, _ in MemoryView.toList(memory!) },
            fastKeywordMethod("cast") { memory, args, nargs, kwnames in
                ByteString.withArguments(MemoryView.castParameters, args, nargs, kwnames) {
                    MemoryView.cast(memory!, $0[0]!, $0[1])
                }
            },
            method("toreadonly", BT_METH_NOARGS) { memory, _ in MemoryView.toReadOnly(memory!) },
            method("__enter__", BT_METH_NOARGS) { memory, _ in
                MemoryView.isAccessible(memory!) ? newReference(memory!) : nil
            },
            fastMethod("__exit__") { memory, _, _ in MemoryView.release(memory!) ? noneRef : nil },
        ]
    }

    private static func toBytes(_ memory: Ref, orderOf argument: Ref?) -> Ref? {
        guard let argument, !isNone(argument) else { return toBytes(memory, Buffer.orderC) }
        guard isStr(argument) else {
            return raise(BtExc_TypeError, "tobytes() argument 'order' must be str or None, not \(typeName(argument))")
        }
        let text = TextView(argument)
        guard text.count == 1, let order = UInt8(exactly: text[0]), "CFA".utf8.contains(order) else {
            return raise(BtExc_ValueError, "order must be 'C', 'F' or 'A'")
        }
        return toBytes(memory, CChar(order))
    }

    private static func hex(_ memory: Ref, _ separator: Ref?, _ group: Ref?) -> Ref? {
        guard let group = ByteString.int(group, absent: 1), let bytes = toBytes(memory, Buffer.orderC) else {
            return nil
        }
        defer { Bt_DECREF_(bytes) }
        return ByteString.hex(Bytes.span(bytes), separator, group)
    }

    private static func toReadOnly(_ memory: Ref) -> Ref? {
        guard let copy = make(of: memory) else { return nil }
        view(copy).pointee.readonly = 1
        return copy
    }

    static func toList(_ memory: Ref) -> Ref? {
        guard isAccessible(memory), let letter = letter(view(memory)) else { return nil }
        let view = view(memory)
        guard view.pointee.ndim > 0 else { return unpack(view.pointee.buf, letter) }
        return row(view, view.pointee.buf, 0, letter)
    }

    /// The elements of a dimension, and of those inside it, as nested lists.
    private static func row(
        _ view: BufferRef, _ start: UnsafeMutableRawPointer, _ dimension: Int, _ letter: UInt8
    ) -> Ref? {
        let count = view.pointee.shape[dimension]
        guard let list = BtList_New(count) else { return nil }
        for index in 0..<count {
            var address = start + view.pointee.strides[dimension] * index
            if let suboffsets = view.pointee.suboffsets, suboffsets[dimension] >= 0 {
                address = address.assumingMemoryBound(to: UnsafeMutableRawPointer.self).pointee + suboffsets[dimension]
            }
            let isElement = dimension == Int(view.pointee.ndim) - 1
            guard let item = isElement ? unpack(address, letter) : row(view, address, dimension + 1, letter) else {
                Bt_DECREF_(list)
                return nil
            }
            BtList_SET_ITEM_(list, index, item)
        }
        return list
    }

    // MARK: Attributes

    static func attributes() -> [BtGetSetDef] {
        [
            getset("obj") { memory, _ in
                MemoryView.ifAccessible(memory!) { newReference($0.pointee.obj ?? noneRef) }
            },
            getset("nbytes") { memory, _ in
                MemoryView.ifAccessible(memory!) { BtLong_FromSsize_t($0.pointee.len) }
            },
            getset("readonly") { memory, _ in
                MemoryView.ifAccessible(memory!) { boolRef($0.pointee.readonly != 0) }
            },
            getset("itemsize") { memory, _ in
                MemoryView.ifAccessible(memory!) { BtLong_FromSsize_t($0.pointee.itemsize) }
            },
            getset("format") { memory, _ in
                MemoryView.ifAccessible(memory!) { BtUnicode_FromString($0.pointee.format) }
            },
            getset("ndim") { memory, _ in
                MemoryView.ifAccessible(memory!) { BtLong_FromLong(Int($0.pointee.ndim)) }
            },
            getset("shape") { memory, _ in
                MemoryView.ifAccessible(memory!) { MemoryView.tuple($0, $0.pointee.shape) }
            },
            getset("strides") { memory, _ in
                MemoryView.ifAccessible(memory!) { MemoryView.tuple($0, $0.pointee.strides) }
            },
            getset("suboffsets") { memory, _ in
                MemoryView.ifAccessible(memory!) { MemoryView.tuple($0, $0.pointee.suboffsets) }
            },
            getset("c_contiguous") { memory, _ in MemoryView.has(memory!, BT_MEMORYVIEW_C) },
            getset("f_contiguous") { memory, _ in MemoryView.has(memory!, BT_MEMORYVIEW_FORTRAN) },
            getset("contiguous") { memory, _ in MemoryView.has(memory!, BT_MEMORYVIEW_C | BT_MEMORYVIEW_FORTRAN) },
        ]
    }

    private static func ifAccessible(_ memory: Ref, _ get: (BufferRef) -> Ref?) -> Ref? {
        isAccessible(memory) ? get(view(memory)) : nil
    }

    private static func has(_ memory: Ref, _ flags: CInt) -> Ref? {
        guard isAccessible(memory) else { return nil }
        return boolRef(memory.as(BtMemoryViewObject.self).pointee.flags & flags != 0)
    }

    private static func tuple(_ view: BufferRef, _ values: UnsafeMutablePointer<Int>?) -> Ref? {
        guard let values else { return BtTuple_New(0) }
        guard let tuple = BtTuple_New(Int(view.pointee.ndim)) else { return nil }
        for index in 0..<Int(view.pointee.ndim) {
            guard let value = BtLong_FromSsize_t(values[index]) else {
                Bt_DECREF_(tuple)
                return nil
            }
            BtTuple_SET_ITEM_(tuple, index, value)
        }
        return tuple
    }
}
