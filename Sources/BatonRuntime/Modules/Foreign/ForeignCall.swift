internal import CBaton
internal import CBaton.Host
internal import CFFI
internal import Glibc

// Calling a function: arguments are converted in place, the call interface is prepared once for each signature.

/// The most arguments that a call may have.
let maxForeignArguments = 1024

/// A prepared call: one for each list of types that a function was called with. Freed with the function's object.
private struct CallPlan {
    var next: UnsafeMutablePointer<CallPlan>?
    var count: Int
    /// How many arguments come before the variadic ones.
    var fixed: Int
    var result: UnsafeMutableRawPointer?
    var types: UnsafeMutablePointer<FFIType?>
    var interface: ffi_cif
}

func freePlans(_ plans: UnsafeMutableRawPointer?) {
    var plan = plans?.assumingMemoryBound(to: CallPlan.self)
    while let current = plan {
        plan = current.pointee.next
        current.pointee.types.deallocate()
        current.deallocate()
    }
}

/// The vectorcall function of function pointers.
func callForeign(_ callable: Ref, _ args: UnsafePointer<Ref?>?, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
    let function = callable.foreignFunction
    if function.pointee.parameters == nil, function.pointee.check == nil {
        return callPlainly(function, args, BtVectorcall_NARGS(nargsf))
    }
    return callWithParameters(function, args, BtVectorcall_NARGS(nargsf), kwnames)
}

/// Call with arguments that are complete and in order.
@inline(__always)
func callPlainly(_ function: ForeignFunctionRef, _ args: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard let address = function.ref.foreign.address else {
        return raise(BtExc_ValueError, "NULL pointer access: the function pointer points to no function")
    }
    let converters = function.pointee.converters
    let typed = converters.map { BtTuple_GET_SIZE_($0) } ?? 0
    guard count >= typed, count <= maxForeignArguments else { return raiseCount(count, typed) }
    // Another thread, or a conversion, may set `argtypes` meanwhile.
    if let converters { Bt_INCREF_(converters) }
    defer { release(converters) }
    return ArgumentSlots.with(count) { slots in
        for index in 0..<count { (slots.kept + index).initialize(to: nil) }
        defer { slots.releaseKept(count) }
        for index in 0..<count {
            let value = args.unsafelyUnwrapped[index].unsafelyUnwrapped
            let isPassed: Bool
            if function.pointee.flags & BT_FOREIGN_CALL_CHECKED != 0, isInt(value),
                !fits(value.long, index < typed ? BtTuple_GET_ITEM_(converters.unsafelyUnwrapped, index) : nil)
            {
                return extendError(_bt_foreign.argument_error, "argument \(index + 1): ")
            }
            if index < typed {
                let converter = BtTuple_GET_ITEM_(converters.unsafelyUnwrapped, index).unsafelyUnwrapped
                isPassed =
                    isForeignType(converter)
                    ? passTyped(asType(converter), value, index, slots) : passBy(converter, value, index, slots)
            } else {
                isPassed = passUntyped(value, index, slots)
            }
            guard isPassed else { return extendError(_bt_foreign.argument_error, "argument \(index + 1): ") }
        }
        let fixed = typed > 0 && typed < count ? typed : count
        guard let plan = plan(function, slots, count, fixed) else { return nil }
        return perform(function, plan, address, slots)
    }
}

@inline(never)
private func raiseCount(_ count: Int, _ typed: Int) -> Ref? {
    if count > maxForeignArguments {
        return raise(
            _bt_foreign.argument_error, "too many arguments (\(count)), maximum is \(maxForeignArguments)")
    }
    return raise(
        BtExc_TypeError, "this function takes at least \(typed) argument\(typed == 1 ? "" : "s") (\(count) given)")
}

@inline(never)
private func passBy(_ converter: Ref, _ value: Ref, _ index: Int, _ slots: ArgumentSlots) -> Bool {
    guard let converted = BtObject_CallOneArg(converter, value) else { return false }
    return passKept(converted, index, slots)
}

/// The prepared call for the types of the arguments. Nil with an exception set.
@inline(__always)
private func plan(_ function: ForeignFunctionRef, _ slots: ArgumentSlots, _ count: Int, _ fixed: Int)
    -> UnsafeMutablePointer<CallPlan>?
{
    var plan = function.pointee.plans?.assumingMemoryBound(to: CallPlan.self)
    while let current = plan {
        if current.pointee.count == count, current.pointee.fixed == fixed,
            current.pointee.result == function.pointee.result_ffi, hasTypes(current, slots, count)
        {
            return current
        }
        plan = current.pointee.next
    }
    return makePlan(function, slots, count, fixed)
}

@inline(__always)
private func hasTypes(_ plan: UnsafeMutablePointer<CallPlan>, _ slots: ArgumentSlots, _ count: Int) -> Bool {
    for index in 0..<count where plan.pointee.types[index] != slots.types[index] { return false }
    return true
}

@inline(never)
private func makePlan(_ function: ForeignFunctionRef, _ slots: ArgumentSlots, _ count: Int, _ fixed: Int)
    -> UnsafeMutablePointer<CallPlan>?
{
    let plan = UnsafeMutablePointer<CallPlan>.allocate(capacity: 1)
    let types = UnsafeMutablePointer<FFIType?>.allocate(capacity: max(count, 1))
    types.initialize(from: slots.types, count: count)
    plan.initialize(
        to: CallPlan(
            next: nil, count: count, fixed: fixed, result: function.pointee.result_ffi, types: types,
            interface: ffi_cif()))
    let result = function.pointee.result_ffi?.assumingMemoryBound(to: ffi_type.self)
    let status =
        fixed == count
        ? ffi_prep_cif(&plan.pointee.interface, FFI_DEFAULT_ABI, UInt32(count), result, types)
        : ffi_prep_cif_var(&plan.pointee.interface, FFI_DEFAULT_ABI, UInt32(fixed), UInt32(count), result, types)
    guard status == FFI_OK else {
        types.deallocate()
        plan.deallocate()
        return raise(
            BtExc_RuntimeError, fixed == count ? "ffi_prep_cif failed" : "ffi_prep_cif_var failed")
    }
    // The list only grows while the object lives: another thread may be in a call by one of its plans.
    withForeignLists {
        plan.pointee.next = function.pointee.plans?.assumingMemoryBound(to: CallPlan.self)
        function.pointee.plans = UnsafeMutableRawPointer(plan)
    }
    return plan
}

/// Call, and make the result.
@inline(__always)
private func perform(
    _ function: ForeignFunctionRef, _ plan: UnsafeMutablePointer<CallPlan>, _ address: UnsafeMutableRawPointer,
    _ slots: ArgumentSlots
) -> Ref? {
    var result: (UInt64, UInt64) = (0, 0)
    let kind = function.pointee.result_kind
    // Attributes may change during the call.
    let type = function.pointee.result
    if let type { Bt_INCREF_(type) }
    defer { release(type) }
    if kind == BT_FOREIGN_RESULT_OBJECT { return performForObject(function, plan, address, slots, asType(type!)) }
    let isDone = withUnsafeMutablePointer(to: &result) {
        invoke(function, &plan.pointee.interface, address, UnsafeMutableRawPointer($0), slots.addresses)
    }
    guard isDone else { return nil }
    switch kind {
    case BT_FOREIGN_RESULT_NONE: return noneRef
    case BT_FOREIGN_RESULT_VALUE:
        let layout = ownLayout(asType(type.unsafelyUnwrapped)).unsafelyUnwrapped
        let value = withUnsafePointer(to: &result) { readSimple(layout, $0) }
        return function.pointee.result_check == nil ? value : checkResult(function, value)
    case BT_FOREIGN_RESULT_PYTHON:
        guard let object = Ref(bitPattern: UInt(result.0)) else {
            return errorOccurred() ? nil : raise(BtExc_ValueError, "PyObject is NULL")
        }
        return object
    default:
        guard let number = makeInt(Int(Int32(truncatingIfNeeded: result.0))) else { return nil }
        defer { Bt_DECREF_(number) }
        return BtObject_CallOneArg(type, number)
    }
}

/// As `perform`, for a result that is an object, whose memory the call fills.
@inline(never)
private func performForObject(
    _ function: ForeignFunctionRef, _ plan: UnsafeMutablePointer<CallPlan>, _ address: UnsafeMutableRawPointer,
    _ slots: ArgumentSlots, _ type: TypeRef
) -> Ref? {
    guard let object = newForeign(type) else { return nil }
    let layout = ownLayout(type).unsafelyUnwrapped
    let isDone: Bool
    if layout.pointee.size < MemoryLayout<(UInt64, UInt64)>.size {
        // libffi widens small results.
        var result: (UInt64, UInt64) = (0, 0)
        isDone = withUnsafeMutablePointer(to: &result) {
            invoke(function, &plan.pointee.interface, address, UnsafeMutableRawPointer($0), slots.addresses)
        }
        memcpy(object.bytes, &result, layout.pointee.size)
    } else {
        isDone = invoke(function, &plan.pointee.interface, address, object.bytes, slots.addresses)
    }
    guard isDone else {
        Bt_DECREF_(object.ref)
        return nil
    }
    return function.pointee.result_check == nil ? object.ref : checkResult(function, object.ref)
}

/// Hand a result, which is taken over, to `_check_retval_` of its type.
private func checkResult(_ function: ForeignFunctionRef, _ value: Ref?) -> Ref? {
    guard let value, let check = function.pointee.result_check else { return value }
    let held = newReference(check)
    defer {
        Bt_DECREF_(held)
        Bt_DECREF_(value)
    }
    return BtObject_CallOneArg(held, value)
}
