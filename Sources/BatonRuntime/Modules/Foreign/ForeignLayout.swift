internal import CBaton
internal import CBaton.Host
internal import CFFI
internal import Glibc

// How the values of a ctypes type lie in memory, and what libffi calls that.

typealias ForeignRef = UnsafeMutablePointer<BtForeignObject_>
typealias ForeignFunctionRef = UnsafeMutablePointer<BtForeignFunctionObject_>
typealias LayoutRef = UnsafeMutablePointer<BtForeignLayout_>
typealias FFIType = UnsafeMutablePointer<ffi_type>

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always) var foreign: ForeignRef { self.as(BtForeignObject_.self) }
    @inline(__always) var foreignFunction: ForeignFunctionRef { self.as(BtForeignFunctionObject_.self) }
    @inline(__always) var foreignField: UnsafeMutablePointer<BtForeignFieldObject_> {
        self.as(BtForeignFieldObject_.self)
    }
    @inline(__always) var foreignArgument: UnsafeMutablePointer<BtForeignArgumentObject_> {
        self.as(BtForeignArgumentObject_.self)
    }
    /// The layout of an instance's type, which cannot be abstract.
    @inline(__always) var foreignLayout: LayoutRef { ownLayout(type).unsafelyUnwrapped }
}

extension UnsafeMutablePointer where Pointee == BtForeignObject_ {
    @inline(__always) var bytes: UnsafeMutableRawPointer { UnsafeMutableRawPointer(pointee.memory) }
    /// The address that a pointer or a function pointer holds.
    @inline(__always) var address: UnsafeMutableRawPointer? { bytes.load(as: UnsafeMutableRawPointer?.self) }
}

extension UnsafeMutablePointer where Pointee == BtForeignLayout_ {
    @inline(__always) var kind: UInt32 { pointee.kind }
    @inline(__always) var isAggregate: Bool {
        pointee.kind == BT_FOREIGN_STRUCTURE || pointee.kind == BT_FOREIGN_UNION
    }
    @inline(__always) var ffi: FFIType? { pointee.ffi?.assumingMemoryBound(to: ffi_type.self) }
    @inline(__always) var itemType: TypeRef? { pointee.item.map(asType) }
}

/// The layout of a type that is known to be one of ctypes; nil: abstract.
@inline(__always)
func ownLayout(_ type: TypeRef) -> LayoutRef? { type.ref.as(BtForeignTypeObject_.self).pointee.layout }

/// Whether an object is a type of ctypes, abstract ones included.
@inline(__always)
func isForeignType(_ object: Ref) -> Bool {
    let meta = object.type
    if meta == _bt_foreign.simple_meta || meta == _bt_foreign.pointer_meta { return true }
    if meta == BtType_Type_() { return false }
    return isSubtype(meta, _bt_foreign.meta)
}

/// Whether an object is an instance of a type of ctypes. (Only what derives from `_CData` has a layout.)
@inline(__always)
func isForeign(_ object: Ref) -> Bool { isForeignType(object.type.ref) && ownLayout(object.type) != nil }

/// The layout of any object that is a type of ctypes with one; nil otherwise, and nothing is raised.
func foreignLayout(of object: Ref) -> LayoutRef? { isForeignType(object) ? ownLayout(asType(object)) : nil }

/// Give a type an empty layout; nil with an exception set.
func makeLayout(_ type: TypeRef, kind: UInt32) -> LayoutRef? {
    // Instances of other classes have no memory for C's data.
    guard isSubtype(type, _bt_foreign.data) else {
        return raise(BtExc_TypeError, "class \(typeShortName(type)) must derive from a base class of ctypes")
    }
    guard let memory = BtMem_RawCalloc(1, MemoryLayout<BtForeignLayout_>.size) else { return raiseNoMemory() }
    let layout = memory.assumingMemoryBound(to: BtForeignLayout_.self)
    layout.pointee.kind = kind
    let place = type.ref.as(BtForeignTypeObject_.self)
    if let old = place.pointee.layout { freeLayout(old) }
    place.pointee.layout = layout
    return layout
}

/// Give a type a copy of its base's layout; nil with MemoryError set.
func copyLayout(_ type: TypeRef, from base: LayoutRef) -> LayoutRef? {
    guard let layout = makeLayout(type, kind: base.kind) else { return nil }
    layout.pointee = base.pointee
    for field in [layout.pointee.item, layout.pointee.arguments, layout.pointee.result] {
        if let field { Bt_INCREF_(field) }
    }
    layout.pointee.format = base.pointee.format.map { strdup($0) } ?? nil
    layout.pointee.shape = nil
    layout.pointee.dimensions = 0
    layout.pointee.leaves = nil
    layout.pointee.leaf_count = 0
    layout.pointee.is_final = 0
    if let leaves = base.pointee.leaves {
        for index in 0..<Int(base.pointee.leaf_count) {
            addLeaf(layout, leaves[index].offset, leaves[index].ffi)
        }
    } else {
        layout.pointee.leaf_count = base.pointee.leaf_count
    }
    return layout
}

/// Free a layout. What libffi was told of its type stays: prepared calls name it.
func freeLayout(_ layout: LayoutRef) {
    release(exchange(&layout.pointee.item, nil))
    release(exchange(&layout.pointee.arguments, nil))
    release(exchange(&layout.pointee.result, nil))
    free(layout.pointee.format)
    BtMem_RawFree(layout.pointee.shape)
    BtMem_RawFree(layout.pointee.leaves)
    BtMem_RawFree(layout)
}

/// Keep a format, as the buffer protocol tells it.
func setFormat(_ layout: LayoutRef, _ format: String) {
    free(layout.pointee.format)
    layout.pointee.format = strdup(format)
}

/// The format of a type; "B" for what has none.
func format(_ layout: LayoutRef) -> String { layout.pointee.format.map { String(cString: $0) } ?? "B" }

// MARK: Leaves: the simple values in an aggregate, as far as they decide how it is passed

private let maxLeaves = 32

/// Note a simple value at an offset. Beyond 32 none is known any more: so large an aggregate is passed in memory.
func addLeaf(_ layout: LayoutRef, _ offset: Int, _ ffi: UnsafeMutableRawPointer?) {
    guard layout.pointee.leaf_count >= 0 else { return }
    let count = Int(layout.pointee.leaf_count)
    if layout.pointee.leaves == nil {
        guard let memory = BtMem_RawMalloc(maxLeaves * MemoryLayout<BtForeignLeaf_>.stride) else {
            layout.pointee.leaf_count = -1
            return
        }
        layout.pointee.leaves = memory.assumingMemoryBound(to: BtForeignLeaf_.self)
    }
    guard count < maxLeaves else {
        layout.pointee.leaf_count = -1
        return
    }
    layout.pointee.leaves[count] = BtForeignLeaf_(offset: offset, ffi: ffi)
    layout.pointee.leaf_count += 1
}

/// Note the leaves of a value of another type at an offset.
func addLeaves(_ layout: LayoutRef, _ offset: Int, of part: LayoutRef) {
    if part.isAggregate || part.kind == BT_FOREIGN_ARRAY {
        guard part.pointee.leaf_count >= 0 else {
            layout.pointee.leaf_count = -1
            return
        }
        for index in 0..<Int(part.pointee.leaf_count) {
            let leaf = part.pointee.leaves[index]
            addLeaf(layout, offset + leaf.offset, leaf.ffi)
        }
        if part.pointee.is_mixed != 0 { layout.pointee.is_mixed = 1 }
    } else {
        addLeaf(layout, offset, part.pointee.ffi)
    }
}

/// What libffi is told of a type when a value of it is passed; made when it is first asked for. Nil with MemoryError set.
func passedType(_ layout: LayoutRef) -> FFIType? {
    if let ffi = layout.ffi { return ffi }
    guard layout.isAggregate else { return bt_ffi_pointer() }
    let elements = elementsOfAggregate(layout)
    let size = MemoryLayout<ffi_type>.stride + (elements.count + 1) * MemoryLayout<FFIType?>.stride
    guard let memory = BtMem_RawCalloc(1, size) else { return raiseNoMemory() }
    let list = (memory + MemoryLayout<ffi_type>.stride).assumingMemoryBound(to: FFIType?.self)
    for (index, element) in elements.enumerated() { list[index] = element }
    let ffi = memory.assumingMemoryBound(to: ffi_type.self)
    ffi.pointee.size = layout.pointee.size
    ffi.pointee.alignment = UInt16(truncatingIfNeeded: max(layout.pointee.alignment, 1))
    ffi.pointee.type = UInt16(FFI_TYPE_STRUCT)
    ffi.pointee.elements = list
    layout.pointee.ffi = memory
    return ffi
}

/// The elements that make libffi pass an aggregate as a compiler does.
private func elementsOfAggregate(_ layout: LayoutRef) -> [FFIType] {
    let (size, count) = (layout.pointee.size, Int(layout.pointee.leaf_count))
    guard count > 0, size <= 32 else {
        // In memory, whatever it holds; libffi copies `size` bytes.
        return Array(repeating: bt_ffi_integer(1, 0), count: max(min(size, 33), 1))
    }
    let leaves = UnsafeBufferPointer(start: layout.pointee.leaves, count: count)
    guard layout.pointee.is_mixed != 0 || !isContiguous(leaves, size) else {
        return leaves.map { $0.ffi.assumingMemoryBound(to: ffi_type.self) }
    }
    // Eight bytes at a time: floating only if everything in them is.
    return stride(from: 0, to: size, by: 8).flatMap { start -> [FFIType] in
        let rest = min(size - start, 8)
        let inside = leaves.filter { $0.offset < start + 8 && $0.offset + leafSize($0) > start }
        let isFloating = !inside.isEmpty && inside.allSatisfy { isFloatingLeaf($0) }
        if isFloating { return rest > 4 ? [bt_ffi_double()] : [bt_ffi_float()] }
        return rest == 8 ? [bt_ffi_integer(8, 0)] : Array(repeating: bt_ffi_integer(1, 0), count: rest)
    }
}

private func leafSize(_ leaf: BtForeignLeaf_) -> Int { leaf.ffi.assumingMemoryBound(to: ffi_type.self).pointee.size }

private func isFloatingLeaf(_ leaf: BtForeignLeaf_) -> Bool {
    leaf.ffi == UnsafeMutableRawPointer(bt_ffi_float()) || leaf.ffi == UnsafeMutableRawPointer(bt_ffi_double())
}

/// Whether the leaves are where libffi would place them.
private func isContiguous(_ leaves: UnsafeBufferPointer<BtForeignLeaf_>, _ size: Int) -> Bool {
    var (end, largest) = (0, 1)
    for leaf in leaves {
        let alignment = Int(leaf.ffi.assumingMemoryBound(to: ffi_type.self).pointee.alignment)
        guard alignUp(end, alignment) == leaf.offset else { return false }
        end = leaf.offset + leafSize(leaf)
        largest = max(largest, alignment)
    }
    return alignUp(end, largest) == size
}
