internal import CBaton
internal import CBaton.Host
internal import CFFI
internal import Glibc

// Callbacks: functions of a script that C calls, on whatever thread. A thread that is not attached is attached for the
// call; its thread state stays with it. What a callback raises is reported, and C gets zero.

/// What C's call of a callback needs. Guard: `uses` by atomic operations; the rest is written before the callback is shared,
/// but for `callable` and `isDead`: attached; `isBuried` and `next`: the mutex of the lists.
private struct Closure {
    var next: UnsafeMutablePointer<Closure>?
    /// Borrowed of the function's object; nil: that was freed.
    var callable: Ref?
    /// The types of the arguments, a tuple, and that of the result, or None; owned.
    var types: Ref
    var result: Ref
    var count: Int
    var flags: UInt32
    /// Calls that run.
    var uses: Int32 = 0
    var isDead = false
    /// It is among the dead ones.
    var isBuried = false
    var name: UnsafeMutablePointer<CChar>?
    var ffiTypes: UnsafeMutablePointer<FFIType?>
    var interface = ffi_cif()
    var memory: UnsafeMutableRawPointer?
}

private typealias ClosureRef = UnsafeMutablePointer<Closure>

/// How many freed callbacks are kept, so that a late call of one finds no memory of others.
private let deadClosures = 64

// MARK: Making

/// A function pointer to a callable. Nil with an exception set.
func callbackFunction(_ type: TypeRef, _ callable: Ref) -> Ref? {
    guard let layout = usableLayout(type) else { return nil }
    guard let types = layout.pointee.arguments else {
        return raise(BtExc_TypeError, "cannot construct instance of this class: no argtypes")
    }
    let result = layout.pointee.result ?? noneRef
    guard isNone(result) || foreignLayout(of: result)?.kind == BT_FOREIGN_SIMPLE else {
        return raise(BtExc_TypeError, "invalid result type for callback function")
    }
    guard let closure = makeClosure(callable, types, result, layout.pointee.flags) else { return nil }
    var code: UnsafeMutableRawPointer?
    closure.pointee.memory = ffi_closure_alloc(MemoryLayout<ffi_closure>.size, &code)
    guard let memory = closure.pointee.memory, let code else {
        destroy(closure)
        return raiseNoMemory()
    }
    let status = ffi_prep_closure_loc(
        memory.assumingMemoryBound(to: ffi_closure.self), &closure.pointee.interface,
        { _, result, arguments, closure in runClosure(result, arguments, closure) }, UnsafeMutableRawPointer(closure),
        code)
    guard status == FFI_OK else {
        destroy(closure)
        return raise(BtExc_RuntimeError, "ffi_prep_closure failed with \(status.rawValue)")
    }
    guard let (object, function) = makeFunction(type, code) else {
        destroy(closure)
        return nil
    }
    function.pointee.callable = newReference(callable)
    function.pointee.closure = UnsafeMutableRawPointer(closure)
    function.pointee.policy = BT_RELEASE_HOLD
    _ = keep(object, 0, newReference(callable))
    return object.ref
}

private func makeClosure(_ callable: Ref, _ types: Ref, _ result: Ref, _ flags: UInt32) -> ClosureRef? {
    let count = BtTuple_GET_SIZE_(types)
    let ffiTypes = UnsafeMutablePointer<FFIType?>.allocate(capacity: max(count, 1))
    for index in 0..<count {
        guard let layout = foreignLayout(of: argument(types, index)), let type = passedType(layout) else {
            ffiTypes.deallocate()
            return errorOccurred()
                ? nil : raise(BtExc_TypeError, "argument \(index + 1) of a callback must have a ctypes type")
        }
        ffiTypes[index] = type
    }
    let closure = ClosureRef.allocate(capacity: 1)
    closure.initialize(
        to: Closure(
            next: nil, callable: callable, types: newReference(types), result: newReference(result), count: count,
            flags: flags, name: strdup(reprText(callable)), ffiTypes: ffiTypes, memory: nil))
    let resultType = isNone(result) ? bt_ffi_void() : passedType(foreignLayout(of: result)!)
    guard ffi_prep_cif(&closure.pointee.interface, FFI_DEFAULT_ABI, UInt32(count), resultType, ffiTypes) == FFI_OK
    else {
        destroy(closure)
        return raise(BtExc_RuntimeError, "ffi_prep_cif failed for a callback")
    }
    return closure
}

// MARK: Freeing

private func destroy(_ closure: ClosureRef) {
    if let memory = closure.pointee.memory { ffi_closure_free(memory) }
    Bt_DECREF_(closure.pointee.types)
    Bt_DECREF_(closure.pointee.result)
    free(closure.pointee.name)
    closure.pointee.ffiTypes.deallocate()
    closure.deallocate()
}

/// The callable goes: a call finds nothing to run.
func forgetCallable(_ closure: UnsafeMutableRawPointer) {
    closure.assumingMemoryBound(to: Closure.self).pointee.callable = nil
}

/// Free the closure of a function's object, when no call of it runs any more.
func freeClosure(_ memory: UnsafeMutableRawPointer) {
    let closure = memory.assumingMemoryBound(to: Closure.self)
    closure.pointee.callable = nil
    closure.pointee.isDead = true
    if _bt_foreign_add(&closure.pointee.uses, 0) == 0 { bury(closure) }
}

/// Put a closure among the dead ones, and free the oldest of them if there are too many.
private func bury(_ closure: ClosureRef) {
    var dead = withForeignLists { () -> ClosureRef? in
        // Its last call and the freeing of its object may come together.
        guard !closure.pointee.isBuried else { return nil }
        closure.pointee.isBuried = true
        closure.pointee.next = _bt_foreign.dead_closures?.assumingMemoryBound(to: Closure.self)
        _bt_foreign.dead_closures = UnsafeMutableRawPointer(closure)
        // At the end of the runtime threads of libraries may still call any of them.
        guard _bt_shutdown_has_begun() == 0 else { return nil }
        var last = closure
        for _ in 1..<deadClosures {
            guard let next = last.pointee.next else { return nil }
            last = next
        }
        let rest = last.pointee.next
        last.pointee.next = nil
        return rest
    }
    while let oldest = dead {
        dead = oldest.pointee.next
        destroy(oldest)
    }
}

// MARK: Running

/// Say on standard error what a callback could not do.
private func say(_ closure: ClosureRef, _ what: String) {
    let name = closure.pointee.name.map { String(cString: $0) } ?? "?"
    let text = "Baton: ctypes callback \(name): \(what)\n"
    text.withCString { _ = write(2, $0, strlen($0)) }
}

/// What libffi calls. Any thread, attached or not.
private func runClosure(
    _ result: UnsafeMutableRawPointer?, _ arguments: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
    _ memory: UnsafeMutableRawPointer?
) {
    guard let closure = memory?.assumingMemoryBound(to: Closure.self) else { return }
    // The default: zero, in all the bytes that libffi reads.
    if let result {
        let size = max(closure.pointee.interface.rtype.pointee.size, MemoryLayout<ffi_arg>.size)
        memset(result, 0, closure.pointee.interface.rtype == bt_ffi_void() ? 0 : size)
    }
    _ = _bt_foreign_add(&closure.pointee.uses, 1)
    let thread = _bt_current_thread()!
    if thread.pointee.state != nil {
        runAttached(closure, result, arguments)
        return
    }
    // A thread that is inside a call of a script comes back anyway; one of a library's own would be a new user.
    if _bt_shutdown_has_begun() != 0, thread.pointee.own_state?.frame == nil {
        say(
            closure,
            "not called, because shutdown has begun; it returns the default of its type (R10). See: baton explain R10")
        _ = _bt_foreign_add(&closure.pointee.uses, -1)
        return
    }
    let attached = BtGILState_Ensure()
    runAttached(closure, result, arguments)
    BtGILState_Release(attached)
}

@inline(__always)
private func runAttached(
    _ closure: ClosureRef, _ result: UnsafeMutableRawPointer?,
    _ arguments: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) {
    let usesErrno = closure.pointee.flags & BT_FOREIGN_CALL_ERRNO != 0
    if usesErrno { exchangeErrno() }
    if let callable = closure.pointee.callable {
        Bt_INCREF_(callable)
        runCallable(closure, callable, result, arguments)
        Bt_DECREF_(callable)
    } else {
        say(closure, "called after its object was freed; keep a reference for as long as C may call it")
    }
    if usesErrno { exchangeErrno() }
    let uses = _bt_foreign_add(&closure.pointee.uses, -1)
    if uses == 0, closure.pointee.isDead { bury(closure) }
}

@inline(never)
private func exchangeErrno() {
    let own = _bt_foreign_errno()!
    let value = errno
    errno = own.pointee
    own.pointee = value
}

private func runCallable(
    _ closure: ClosureRef, _ callable: Ref, _ result: UnsafeMutableRawPointer?,
    _ arguments: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) {
    let count = closure.pointee.count
    // Places for eight arguments are on the stack, and one in front that is the callee's.
    if count <= 8 {
        withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 9) {
            run(closure, callable, result, arguments, count, $0.baseAddress.unsafelyUnwrapped + 1)
        }
    } else {
        let places = UnsafeMutablePointer<Ref?>.allocate(capacity: count + 1)
        defer { places.deallocate() }
        run(closure, callable, result, arguments, count, places + 1)
    }
}

@inline(__always)
private func run(
    _ closure: ClosureRef, _ callable: Ref, _ result: UnsafeMutableRawPointer?,
    _ arguments: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ count: Int, _ values: UnsafeMutablePointer<Ref?>
) {
    var made = 0
    defer { for index in 0..<made { Bt_DECREF_(values[index].unsafelyUnwrapped) } }
    while made < count {
        let type = asType(BtTuple_GET_ITEM_(closure.pointee.types, made).unsafelyUnwrapped)
        let layout = ownLayout(type).unsafelyUnwrapped
        let bytes = arguments.unsafelyUnwrapped[made].unsafelyUnwrapped
        let value = layout.pointee.is_plain != 0 ? readSimple(layout, bytes) : makeForeign(type, layout, copying: bytes)
        guard let value else { return report("on creating argument \(made) for", callable) }
        (values + made).initialize(to: value)
        made += 1
    }
    guard enterCall() else { return report("on calling", callable) }
    defer { Bt_LeaveRecursiveCall() }
    guard let value = vectorcall(callable, values, count | Int.min, nil) else { return report("on calling", callable) }
    defer { Bt_DECREF_(value) }
    guard let result, !isNone(closure.pointee.result) else { return }
    if !setCallbackResult(closure, result, value) { report("on converting result of", callable) }
}

/// Report what is raised, and go on.
@inline(never)
private func report(_ when: String, _ callable: Ref) {
    let raised = takeRaised()
    let text = makeString("Exception ignored \(when) ctypes callback function \(reprText(callable))")
    if text == nil { BtErr_Clear() }
    setRaised(raised)
    _bt_write_unraisable(text, nil)
    release(text)
}

/// Write a callback's result as libffi wants it: integers widened. False with an exception set.
@inline(__always)
private func setCallbackResult(_ closure: ClosureRef, _ result: UnsafeMutableRawPointer, _ value: Ref) -> Bool {
    let layout = ownLayout(asType(closure.pointee.result)).unsafelyUnwrapped
    if layout.pointee.code == UInt8(ascii: "i"), isInt(value), layout.pointee.is_swapped == 0 {
        result.storeBytes(of: Int(Int32(truncatingIfNeeded: longMasked(value.long))), as: Int.self)
        return true
    }
    guard let kept = writeSimple(layout, result, value) else {
        result.storeBytes(of: 0, as: Int.self)
        return false
    }
    switch layout.pointee.code {
    case UInt8(ascii: "b"): result.storeBytes(of: Int(result.load(as: Int8.self)), as: Int.self)
    case UInt8(ascii: "h"): result.storeBytes(of: Int(result.load(as: Int16.self)), as: Int.self)
    case UInt8(ascii: "i"): result.storeBytes(of: Int(result.load(as: Int32.self)), as: Int.self)
    // The reference goes to C.
    case UInt8(ascii: "O"): return true
    default: break
    }
    if kept == noneRef { return true }
    // What the pointer points to has to outlive the call; nobody tells until when.
    return BtErr_WarnEx(BtExc_RuntimeWarning, "memory leak in callback function.", 1) >= 0
}
