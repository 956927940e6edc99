internal import CBaton
internal import Glibc

extension MemoryView {
    /// `cast(format, shape)`: the same memory as elements of another format or shape.
    static func cast(_ memory: Ref, _ format: Ref, _ shape: Ref?) -> Ref? {
        guard isAccessible(memory) else { return nil }
        let object = memory.as(BtMemoryViewObject.self)
        let source = view(memory)
        guard isStr(format) else {
            return raise(
                BtExc_TypeError,
                "cast() argument 'format' must be str, not \(isNone(format) ? "None" : typeName(format))")
        }
        guard object.pointee.flags & BT_MEMORYVIEW_C != 0 else {
            return raise(BtExc_TypeError, "memoryview: casts are restricted to C-contiguous views")
        }
        let ndim = Int(source.pointee.ndim)
        if shape != nil || ndim != 1, (0..<ndim).contains(where: { source.pointee.shape[$0] == 0 }) {
            return raise(BtExc_TypeError, "memoryview: cannot cast view with zeros in shape or strides")
        }
        var room = 1
        if let shape {
            guard isList(shape) || isTuple(shape) else {
                return raise(BtExc_TypeError, "shape must be a list or a tuple")
            }
            room = max(1, Bytes.size(shape))
            guard ndim == 1 || Bytes.size(shape) == 1 else {
                return raise(BtExc_TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D")
            }
        }
        guard let result = make(on: object.pointee.mbuf, like: source, room: room) else { return nil }
        guard flatten(result, format), shape.map({ reshape(view(result.ref), $0) }) ?? true else {
            Bt_DECREF_(result.ref)
            return nil
        }
        setFlags(result)
        return result.ref
    }

    /// Make a view one-dimensional, of a format; false: an exception is set.
    private static func flatten(_ memory: MemoryViewRef, _ format: Ref) -> Bool {
        let view = view(memory.ref)
        guard let text = BtUnicode_AsUTF8(format) else { return false }
        guard let target = StructFormat.nativeLetter(text), let permanent = permanentFormat(text, target) else {
            return raise(
                BtExc_ValueError,
                "memoryview: destination format must be a native single character format prefixed with an optional '@'")
                ?? false
        }
        // Bytes can be made of elements of any format, also of those that the view itself cannot read.
        guard isByte(target) || StructFormat.nativeLetter(view.pointee.format).map(isByte) ?? false else {
            return raise(BtExc_TypeError, "memoryview: cannot cast between two non-byte formats") ?? false
        }
        let itemsize = StructFormat.nativeSize(target)!
        guard view.pointee.len % itemsize == 0 else {
            return raise(BtExc_TypeError, "memoryview: length is not a multiple of itemsize") ?? false
        }
        view.pointee.format = UnsafeMutablePointer(mutating: permanent)
        view.pointee.itemsize = itemsize
        view.pointee.ndim = 1
        view.pointee.shape[0] = view.pointee.len / itemsize
        view.pointee.strides[0] = itemsize
        view.pointee.suboffsets = nil
        return true
    }

    private static func isByte(_ letter: UInt8) -> Bool { "bBc".utf8.contains(letter) }

    /// The format as a C string that lives for ever: "B" or "@B".
    private static func permanentFormat(_ text: UnsafePointer<CChar>, _ letter: UInt8) -> UnsafePointer<CChar>? {
        let table = cString("@c\0@b\0@B\0@h\0@H\0@i\0@I\0@l\0@L\0@q\0@Q\0@n\0@N\0@f\0@d\0@e\0@?\0@P\0")
        for index in 0..<18 where UInt8(bitPattern: table[3 * index + 1]) == letter {
            return table + 3 * index + (UInt8(bitPattern: text[0]) == UInt8(ascii: "@") ? 0 : 1)
        }
        return nil
    }

    /// Give a flat view a shape; false: an exception is set.
    private static func reshape(_ view: BufferRef, _ shape: Ref) -> Bool {
        let count = Bytes.size(shape)
        var length = view.pointee.itemsize
        for index in 0..<count {
            let item = isList(shape) ? BtList_GET_ITEM_(shape, index)! : BtTuple_GET_ITEM_(shape, index)!
            guard isInt(item) else {
                return raise(BtExc_TypeError, "memoryview.cast(): elements of shape must be integers") ?? false
            }
            let size = BtLong_AsSsize_t(item)
            if size == -1 && errorOccurred() { return false }
            guard size > 0 else {
                return raise(BtExc_ValueError, "memoryview.cast(): elements of shape must be integers > 0") ?? false
            }
            let (product, overflow) = length.multipliedReportingOverflow(by: size)
            guard !overflow else {
                return raise(BtExc_ValueError, "memoryview.cast(): product(shape) > SSIZE_MAX") ?? false
            }
            length = product
            view.pointee.shape[index] = size
        }
        guard length == view.pointee.len else {
            return raise(BtExc_TypeError, "memoryview: product(shape) * itemsize != buffer size") ?? false
        }
        view.pointee.ndim = CInt(count)
        if count == 0 {
            view.pointee.shape = nil
            view.pointee.strides = nil
        } else {
            BtBuffer_FillContiguousStrides(
                CInt(count), view.pointee.shape, view.pointee.strides, CInt(view.pointee.itemsize), Buffer.orderC)
        }
        return true
    }
}
