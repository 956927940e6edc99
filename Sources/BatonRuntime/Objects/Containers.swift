internal import CBaton

// What every container's code says often.

/// Fill the slots of all containers, their views and their iterators. Makes no objects.
func setUpContainers() {
    setUpTuple()
    setUpList()
    setUpDict()
    setUpDictViews()
    setUpDictIterators()
    setUpDictProxy()
    setUpSets()
    setUpSetIterator()
    setUpSlice()
    setUpRange()
    setUpRangeIterators()
    setUpRowIterators()
    setUpCallIterator()
}

/// Places for references, as tuples and lists have them.
package typealias Places = UnsafeMutablePointer<Ref?>

/// ob_size of an object that has one.
@inline(__always)
package func sizeField(_ object: Ref) -> Int { object.as(BtVarObject.self).pointee.ob_size }

/// Let the collector look at a container, whose references are all set (or nil).
@inline(__always)
package func track(_ object: Ref) { object.pointee.ob_flags |= UInt8(BT_FLAG_TRACKED) }

/// Free the memory of a container whose references are dropped, by the way of its type.
@inline(__always)
package func freeContainer(_ object: Ref, exactly type: TypeRef) {
    if object.type == type {
        freeObject(object)
    } else {
        object.type.pointee.tp_free(object)
    }
}

/// Run a deallocator's body, put off where deallocators nest too deep. That of a derived type has done so itself.
@inline(__always)
package func deallocating(_ object: Ref, exactly type: TypeRef, _ body: () -> Void) {
    let exact = object.type == type
    if exact, _bt_trash_begin(object) != 0 { return }
    body()
    if exact { _bt_trash_end() }
}

/// Visit one field in a tp_traverse.
@inline(__always)
func visitField(_ field: Ref?, _ visit: visitproc?, _ context: UnsafeMutableRawPointer?) -> CInt {
    guard let field else { return 0 }
    return visit!(field, context)
}

/// The visit of an object's fields, one by one, until one says stop.
struct FieldVisit {
    private let visitor: visitproc?
    private let context: UnsafeMutableRawPointer?
    private(set) var status: CInt = 0

    @inline(__always)
    init(_ visitor: visitproc?, _ context: UnsafeMutableRawPointer?) {
        self.visitor = visitor
        self.context = context
    }

    @inline(__always)
    mutating func visit(_ field: Ref?) {
        if status == 0, let field { status = visitor!(field, context) }
    }

    @inline(__always)
    mutating func visit(registers: Registers, count: Int) {
        for index in 0..<count where status == 0 { status = visitRegister(registers[index], visitor, context) }
    }
}

/// An index out of a subscript: nil with an exception set.
func indexOperand(_ key: Ref) -> Int? {
    let index = BtNumber_AsSsize_t(key, BtExc_IndexError)
    if index == -1, errorOccurred() { return nil }
    return index
}

/// The one positional argument that `tuple`, `list` and their like take when they are called; nil as the inner value if
/// there is none, nil outside with TypeError set.
func optionalArgument(_ name: StaticString, _ args: Ref?, _ kwargs: Ref?) -> Ref?? {
    guard _BtArg_NoKeywords(cString(name), kwargs) != 0 else { return .none }
    let count = args.map(sizeField) ?? 0
    guard _BtArg_CheckPositional(cString(name), count, 0, 1) != 0 else { return .none }
    return .some(count == 0 ? nil : _bt_tuple_items(args!)[0])
}

/// Compare two ints as `operation` says.
@inline(__always)
func compareCounts(_ left: Int, _ right: Int, _ operation: CInt) -> Bool {
    switch operation {
    case BT_LT: return left < right
    case BT_LE: return left <= right
    case BT_EQ: return left == right
    case BT_NE: return left != right
    case BT_GT: return left > right
    default: return left >= right
    }
}
