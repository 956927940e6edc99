internal import CBaton

// The classes that have fields of their own. Each kind is set on the class that introduces it; the classes that derive
// from it inherit its slots and its size.

/// What a kind of exception adds to BaseException.
struct ExceptionKind {
    var size = MemoryLayout<BtBaseExceptionObject>.size
    var new: newfunc? = nil
    var initialize: initproc? = nil
    var clear: inquiry? = nil
    var traverse: traverseproc? = nil
    var str: reprfunc? = nil
    var members: [BtMemberDef] = []
    var getsets: [BtGetSetDef] = []
    var methods: [BtMethodDef] = []
}

/// Give a class the slots of its kind; what the kind leaves out is inherited.
func fill(_ type: TypeRef, _ kind: ExceptionKind) {
    type.pointee.tp_basicsize = kind.size
    if let new = kind.new { type.pointee.tp_new = new }
    if let initialize = kind.initialize { type.pointee.tp_init = initialize }
    if let clear = kind.clear { type.pointee.tp_clear = clear }
    if let traverse = kind.traverse { type.pointee.tp_traverse = traverse }
    if let str = kind.str { type.pointee.tp_str = str }
    if !kind.members.isEmpty { type.pointee.tp_members = memberTable(kind.members) }
    if !kind.getsets.isEmpty { type.pointee.tp_getset = getsetTable(kind.getsets) }
    if !kind.methods.isEmpty { type.pointee.tp_methods = methodTable(kind.methods) }
}

/// A field that reads None while it is empty and may be set to anything.
func objectMember<T>(_ name: StaticString, _ path: PartialKeyPath<T>) -> BtMemberDef {
    member(name, BT_T_OBJECT_, offset: MemoryLayout<T>.offset(of: path)!, flags: 0)
}

/// Visit references that may be nil, in order, until a visit says stop.
func visit(_ references: Ref?..., with visit: visitproc, _ context: UnsafeMutableRawPointer?) -> CInt {
    for case let reference? in references {
        let stop = visit(reference, context)
        if stop != 0 { return stop }
    }
    return 0
}

/// Take the keyword arguments that `names` allows out of `kwargs`: a borrowed reference or nil for each. Nil: TypeError is
/// set for a name that is not among them.
func keywordValues(_ names: [StaticString], _ kwargs: Ref?, _ function: String) -> [Ref?]? {
    var values = [Ref?](repeating: nil, count: names.count)
    guard let kwargs, BtDict_GET_SIZE_(kwargs) > 0 else { return values }
    var position = 0
    var key: Ref?
    var value: Ref?
    while BtDict_Next(kwargs, &position, &key, &value) != 0 {
        guard let name = key, let content = value else { break }
        let text = isStr(name) ? swiftString(name) : reprText(name)
        guard let index = names.firstIndex(where: { String(describing: $0) == text }) else {
            return raise(BtExc_TypeError, "\(function)() got an unexpected keyword argument '\(text)'")
        }
        values[index] = content
    }
    return values
}

/// The n-th argument, borrowed.
func argument(_ args: Ref, _ index: Int) -> Ref { BtTuple_GET_ITEM_(args, index) }

/// Put a new reference to a value, or nothing, in a field.
func store(_ field: inout Ref?, _ value: Ref?) {
    let old = exchange(&field, value.map(newReference))
    release(old)
}
