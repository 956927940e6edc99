internal import CBaton

/// A module written in Swift: a shared library NAME.so that exports `BtInit_NAME`.
///
///     let wordcount = Module("wordcount", "Counting words.", functions: [
///         Function("count", "count(data, /)\n--\n\nReturn the number of words.") { Native.call($0, $1, $2, count) }
///     ])
///
///     @c(BtInit_wordcount) public func initialize() -> Reference? { wordcount.initialize() }
///
/// The library links this module (the product `BatonModule`) and nothing of the runtime: the program that imports it has the C API.
public struct Module: @unchecked Sendable {
    // SAFETY (@unchecked Sendable): because the record is written here once, and by the runtime while it is attached.
    private let record: UnsafeMutablePointer<Record>

    /// What lives as long as the process. The definition comes first: the runtime gives its address back.
    private struct Record {
        var definition: BtModuleDef
        let types: [any NativeTypeDeclaration]
        let setUp: @Sendable (borrowing Object, inout Attached) throws -> Void
    }

    /// Declare a module; as a global constant, for it is never freed.
    ///
    /// - Parameters:
    ///   - isFreeThreaded: whether it is written for the free-threaded mode: what it shares between threads has locks.
    ///   - setUp: fills the module at import with what is neither a function nor a type. Attached.
    public init(
        _ name: StaticString, _ documentation: StaticString, isFreeThreaded: Bool = false, functions: [Function] = [],
        types: [any NativeTypeDeclaration] = [],
        setUp: @escaping @Sendable (borrowing Object, inout Attached) throws -> Void = { _, _ in }
    ) {
        var definition = BtModuleDef()
        definition.m_base.ob_base.ob_owner = UInt16(BT_OWNER_IMMORTAL)
        definition.m_base.m_abi = UInt32(BT_ABI_VERSION)
        definition.m_base.m_version = UInt32(BT_VERSION_HEX)
        definition.m_name = name.characters
        definition.m_doc = documentation.characters
        definition.m_methods = methodTable(functions)
        definition.m_slots = Module.slots(isFreeThreaded)
        record = .allocate(capacity: 1)
        record.initialize(to: Record(definition: definition, types: types, setUp: setUp))
    }

    /// What `BtInit_NAME` returns.
    ///
    /// - Lock: attached.
    /// - Returns: a borrowed reference to the definition, or nil with an exception set.
    public func initialize() -> Reference? {
        record.withMemoryRebound(to: BtModuleDef.self, capacity: 1) { BtModuleDef_Init($0) }
    }

    private static func slots(_ isFreeThreaded: Bool) -> UnsafeMutablePointer<BtModuleDef_Slot> {
        let execute: @convention(c) (Reference?) -> CInt = { Module.execute($0!) }
        let slots = UnsafeMutablePointer<BtModuleDef_Slot>.allocate(capacity: 3)
        // SAFETY: because a slot holds a function of this signature as a plain address.
        slots[0] = BtModuleDef_Slot(slot: Bt_mod_exec, value: unsafeBitCast(execute, to: UnsafeMutableRawPointer.self))
        slots[1] = BtModuleDef_Slot(
            slot: Bt_mod_gil, value: UnsafeMutableRawPointer(bitPattern: isFreeThreaded ? 1 : 0))
        slots[2] = BtModuleDef_Slot(slot: 0, value: nil)
        return slots
    }

    /// Fill a module: 0, or -1 with an exception set.
    private static func execute(_ reference: Reference) -> CInt {
        var lock = Attached(unsafe: ())
        let record = UnsafeRawPointer(BtModule_GetDef(reference)!).assumingMemoryBound(to: Record.self)
        do {
            let module = Object(unsafeBorrowed: reference, lock)
            for type in record.pointee.types { try type.add(to: module, &lock) }
            try record.pointee.setUp(module, &lock)
            return 0
        } catch {
            Native.raise(error, lock)
            return -1
        }
    }
}

/// A method table, which is never freed.
func methodTable(_ functions: [Function]) -> UnsafeMutablePointer<BtMethodDef> {
    let table = UnsafeMutablePointer<BtMethodDef>.allocate(capacity: functions.count + 1)
    for (index, function) in functions.enumerated() { (table + index).initialize(to: function.definition) }
    (table + functions.count).initialize(to: BtMethodDef())
    return table
}
