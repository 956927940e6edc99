public import CBaton

/// What a module can add as a type.
public protocol NativeTypeDeclaration: Sendable {
    /// Make the type and add it to a module.
    ///
    /// - Lock: attached.
    func add(to module: borrowing Object, _ lock: inout Attached) throws
}

/// A type whose objects hold a Swift value, the state, in their own memory.
///
///     let counter = NativeType<Tally>("wordcount.Counter", "Counter()\n--\n\nA running count of words.",
///         make: { Native.make($0, $1, $2, counter) { arguments, lock in Tally() } },
///         free: { Native.free($0, counter) },
///         methods: [Function("add", "…") { Native.call($0, $1, $2, counter, add) }])
///
/// Each object has a mutex. The state is reached by ``Attached/withState(of:_:)`` and ``Attached/detachWithState(of:_:)`` only,
/// which hold it, and in which there is no token: so nothing that runs meanwhile can come back to the state, and the mutex is
/// never held while waiting to attach (R8).
public struct NativeType<State: ~Copyable & Sendable>: NativeTypeDeclaration, @unchecked Sendable {
    // SAFETY (@unchecked Sendable): because the record is written while attached, at import, and read after that.
    private let record: UnsafeMutablePointer<Record>

    /// Lives as long as the process.
    private struct Record {
        var specification: BtType_Spec
        /// The type, owned; nil before the import. guarded by: attached.
        var type: UnsafeMutablePointer<BtTypeObject>?
    }

    /// Declare a type; as a global constant, for it is never freed.
    ///
    /// - Parameters:
    ///   - name: "module.Name".
    ///   - make: makes an object, a C function that hands its parameters to ``Native/make(_:_:_:_:_:)``; nil: scripts make none.
    ///   - free: frees one, by ``Native/free(_:_:)``.
    public init(
        _ name: StaticString, _ documentation: StaticString,
        make: (@convention(c) (UnsafeMutablePointer<BtTypeObject>?, Reference?, Reference?) -> Reference?)?,
        free: @convention(c) (Reference?) -> Void, methods: [Function] = []
    ) {
        precondition(
            MemoryLayout<State>.alignment <= 16, "\(name): expected a state that is aligned to at most 16 bytes")
        var slots = [
            // SAFETY: because a slot holds a function of the signature that its number says as a plain address.
            BtType_Slot(slot: Bt_tp_dealloc, pfunc: unsafeBitCast(free, to: UnsafeMutableRawPointer.self)),
            BtType_Slot(slot: Bt_tp_doc, pfunc: UnsafeMutableRawPointer(mutating: documentation.characters)),
            BtType_Slot(slot: Bt_tp_methods, pfunc: methodTable(methods)),
        ]
        var flags = CUnsignedInt(BT_TPFLAGS_IMMUTABLETYPE)
        if let make {
            slots.append(BtType_Slot(slot: Bt_tp_new, pfunc: unsafeBitCast(make, to: UnsafeMutableRawPointer.self)))
        } else {
            flags |= CUnsignedInt(BT_TPFLAGS_DISALLOW_INSTANTIATION)
        }
        slots.append(BtType_Slot(slot: 0, pfunc: nil))
        let table = UnsafeMutableBufferPointer<BtType_Slot>.allocate(capacity: slots.count)
        _ = table.initialize(from: slots)
        let size = Layout<State>.offset + MemoryLayout<State>.size
        record = .allocate(capacity: 1)
        record.initialize(
            to: Record(
                specification: BtType_Spec(
                    name: name.characters, basicsize: CInt(size), itemsize: 0, flags: flags, slots: table.baseAddress)))
    }

    public func add(to module: borrowing Object, _ lock: inout Attached) throws {
        let type = try lock.checked(
            BtType_FromModuleAndSpec(module.unsafeReference, &record.pointee.specification, nil))
        let typeReference = type.unsafeRelease()
        record.pointee.type = UnsafeMutableRawPointer(typeReference).assumingMemoryBound(to: BtTypeObject.self)
        try lock.checked(BtModule_AddType(module.unsafeReference, record.pointee.type))
    }

    /// Make an object with a state, from Swift.
    ///
    /// - Lock: attached.
    /// - Throws: `MemoryError`; `RuntimeError` before the module has been imported.
    public func object(_ state: consuming State, _ lock: borrowing Attached) throws(Exception) -> Object {
        guard let type = record.pointee.type else {
            throw Exception(
                .runtimeError, "\(String(cString: record.pointee.specification.name)): its module has not been imported"
            )
        }
        let object = try lock.checked(BtType_GenericAlloc(type, 0))
        Layout<State>.state(object.unsafeReference).initialize(to: state)
        return object
    }

    /// View an object as one of this type.
    ///
    /// - Lock: attached.
    /// - Throws: `TypeError` if it is of another type.
    public func instance(
        _ object: consuming Object, _ lock: borrowing Attached
    ) throws(Exception) -> Instance<State> {
        guard object.unsafeReference.pointee.ob_type == record.pointee.type else {
            let expected = String(cString: record.pointee.specification.name)
            throw Exception(.typeError, "expected \(expected), got \(lock.typeName(of: object))")
        }
        return Instance(object)
    }
}

/// Where a state and its mutex are in an object.
@usableFromInline
enum Layout<State: ~Copyable> {
    @inlinable
    static var mutexOffset: Int { MemoryLayout<BtObject>.size }

    @inlinable
    static var offset: Int {
        let alignment = MemoryLayout<State>.alignment
        return (mutexOffset + MemoryLayout<BtMutex>.size + alignment - 1) / alignment * alignment
    }

    @inlinable
    static func state(_ object: Reference) -> UnsafeMutablePointer<State> {
        (UnsafeMutableRawPointer(object) + offset).assumingMemoryBound(to: State.self)
    }

    @inlinable
    static func mutex(_ object: Reference) -> UnsafeMutablePointer<BtMutex> {
        (UnsafeMutableRawPointer(object) + mutexOffset).assumingMemoryBound(to: BtMutex.self)
    }
}
