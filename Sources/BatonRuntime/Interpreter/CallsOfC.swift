internal import BatonCompiler
internal import CBaton
internal import CBaton.Host

// Calls of C functions by the loop itself, most of all of extensions' functions of the convention fastcall: with the
// arguments where they lie in their window, without another array and without the vectorcall function in between. What has
// checks in its vectorcall function is called through that.

/// Whether a register holds a builtin function.
@inline(__always)
func isFunctionOfC(_ value: Register) -> Bool { !isTagged(value) && objectIn(value).type == BtCFunction_Type_() }

/// Arguments that a direct call boxes: what it has boxed is a bit each.
private let directArguments = 64

/// Whether a builtin function is of the plain convention fastcall, without checks.
@inline(__always)
private func isFast(_ function: UnsafeMutablePointer<BtCFunctionObject>) -> Bool {
    functionAddress(function.pointee.vectorcall) == functionAddress(fastFunction as vectorcallfunc)
}

/// Whether a builtin function is of the plain convention for one argument, without checks and without a shortcut.
@inline(__always)
private func takesOne(_ function: UnsafeMutablePointer<BtCFunctionObject>) -> Bool {
    functionAddress(function.pointee.vectorcall) == functionAddress(oneArgumentFunction as vectorcallfunc)
}

/// The builtin function in front of the arguments of a window.
@inline(__always)
private func functionOfC(before arguments: Registers) -> UnsafeMutablePointer<BtCFunctionObject> {
    objectIn(arguments[-1]).as(BtCFunctionObject.self)
}

/// R[A] = what the builtin function in front of `arguments` gives for as many of them as B says: the instruction to go on with;
/// nil: an exception is set. The arguments are those of a `call`, or of a `callMethod` whose attribute was no method.
@inline(never)
func callFunction(
    _ state: ThreadRef, _ frame: Frame, _ bits: UInt64, _ arguments: Registers
) -> UnsafePointer<UInt64>? {
    let function = functionOfC(before: arguments)
    let count = fieldB(bits)
    if isFast(function), _fastPath(count <= directArguments) {
        guard _fastPath(BtEval_SafePoint() == 0) else { return nil }
        return callDirectly(state, arguments, count) { callFast(arguments, count) }
    }
    if count == 1, takesOne(function) {
        guard _fastPath(BtEval_SafePoint() == 0) else { return nil }
        return callDirectly(state, arguments, 1) { callWithOne(arguments) }
    }
    return callOtherFunction(state, frame, bits, arguments)
}

/// R[A] = R[A](R[B]) of a builtin function, likewise.
@inline(never)
func callFunctionOfOne(_ state: ThreadRef, _ frame: Frame, _ bits: UInt64) -> UnsafePointer<UInt64>? {
    callFunctionOfVariables(state, frame, bits, 1)
}

/// R[A] = R[A](R[B], R[C]) of a builtin function, likewise.
@inline(never)
func callFunctionOfTwo(_ state: ThreadRef, _ frame: Frame, _ bits: UInt64) -> UnsafePointer<UInt64>? {
    callFunctionOfVariables(state, frame, bits, 2)
}

@inline(__always)
private func callFunctionOfVariables(
    _ state: ThreadRef, _ frame: Frame, _ bits: UInt64, _ count: Int
) -> UnsafePointer<UInt64>? {
    let registers = frame.registers
    let arguments = registers + fieldA(bits) + 1
    let function = functionOfC(before: arguments)
    let isOfOne = count == 1 && takesOne(function)
    guard isOfOne || isFast(function), _fastPath(_bt_safe_point_is_due() == 0),
        _fastPath(enterCall())
    else {
        return callOtherFunction(state, frame, placeVariables(registers, bits, count), arguments)
    }
    var boxes: UInt64 = 0
    guard _fastPath(box(state, registers[fieldB(bits)], in: arguments, 0, &boxes)) else { return nil }
    if count == 2 {
        guard _fastPath(box(state, registers[fieldC(bits)], in: arguments, 1, &boxes)) else { return nil }
    }
    let result = isOfOne ? callWithOne(arguments) : callFast(arguments, count)
    return finishDirectly(state, arguments, count, boxes, result)
}

/// Copy the variables R[B], or R[B] and R[C], into the window of a call: the plain call that is left to do.
@inline(__always)
func placeVariables(_ registers: Registers, _ bits: UInt64, _ count: Int) -> UInt64 {
    let arguments = registers + fieldA(bits) + 1
    let first = registers[fieldB(bits)]
    retain(first)
    arguments[0] = first
    if count == 2 {
        let second = registers[fieldC(bits)]
        retain(second)
        arguments[1] = second
    }
    return bits & 0xFFFF_0000 | UInt64(truncatingIfNeeded: count) &<< 32 | 0xFFFF &<< 48
        | UInt64(Opcode.call.rawValue)
}

/// Call the function of the convention fastcall in front of its arguments, which are objects.
@inline(__always)
private func callFast(_ arguments: Registers, _ count: Int) -> Ref? {
    let function = functionOfC(before: arguments)
    return code(function.pointee.m_ml, as: BtCFunctionFast.self)(function.pointee.m_self, objects(arguments), count)
}

/// Call the function of the convention for one argument in front of its argument, an object.
@inline(__always)
private func callWithOne(_ arguments: Registers) -> Ref? {
    let function = functionOfC(before: arguments)
    let method = function.pointee.m_ml.unsafelyUnwrapped
    return method.pointee.ml_meth.unsafelyUnwrapped(function.pointee.m_self, objectIn(arguments.pointee))
}

/// Registers that hold objects as C takes them.
@inline(__always)
private func objects(_ registers: Registers) -> UnsafeMutablePointer<Ref?> {
    // SAFETY: because a register that holds an object holds its address.
    UnsafeMutableRawPointer(registers).assumingMemoryBound(to: Ref?.self)
}

/// As `callFunction`, of any builtin function.
@inline(never)
private func callOtherFunction(
    _ state: ThreadRef, _ frame: Frame, _ bits: UInt64, _ arguments: Registers
) -> UnsafePointer<UInt64>? {
    guard BtEval_SafePoint() == 0 else { return nil }
    let result = frame.registers + fieldA(bits)
    return callWindowFunction(
        state, frame, CallWindow(result: result, base: arguments, count: fieldB(bits), names: nil))
}

/// Call the builtin function that stands in a window, without keywords: by its convention where that is one of the plain ones
/// and no checks are on. The instruction to go on with; nil: an exception is set.
@inline(never)
func callWindowFunction(_ state: ThreadRef, _ frame: Frame, _ window: CallWindow) -> UnsafePointer<UInt64>? {
    let callee = objectIn(window.callee.pointee)
    let function = callee.as(BtCFunctionObject.self)
    let method = function.pointee.m_ml.unsafelyUnwrapped
    let count = window.count
    guard _bt_check.is_on == 0, count <= directArguments else {
        return callByVectorcall(frame, callee, window, function.pointee.vectorcall)?.pointee.pc
    }
    let arguments = window.base
    switch method.pointee.ml_flags {
    case BT_METH_FASTCALL:
        let value = shortcut(callee, window)
        if value != 0 { return window.finish(frame, shortcut: value)?.pointee.pc }
        return callDirectly(state, arguments, count) { callFast(arguments, count) }
    case BT_METH_FASTCALL | BT_METH_KEYWORDS:
        return callDirectly(state, arguments, count) {
            code(method, as: BtCFunctionFastWithKeywords.self)(function.pointee.m_self, objects(arguments), count, nil)
        }
    case BT_METH_O where count == 1:
        let value = shortcutOfOne(callee, arguments.pointee)
        if value != 0 { return window.finish(frame, shortcut: value)?.pointee.pc }
        return callDirectly(state, arguments, count) {
            method.pointee.ml_meth.unsafelyUnwrapped(function.pointee.m_self, objects(arguments).pointee)
        }
    case BT_METH_NOARGS where count == 0:
        return callDirectly(state, arguments, count) {
            method.pointee.ml_meth.unsafelyUnwrapped(function.pointee.m_self, nil)
        }
    default: return callByVectorcall(frame, callee, window, function.pointee.vectorcall)?.pointee.pc
    }
}

/// Call a method of a builtin type, whose object is the first argument of a window: the frame; nil: an exception is set.
@inline(never)
func callMethodDescriptor(_ state: ThreadRef, _ frame: Frame, _ window: CallWindow) -> Frame? {
    let callee = objectIn(window.callee.pointee)
    let value = methodShortcut(callee, window)
    if value != 0 { return value == failedShortcut ? nil : window.finish(frame, shortcut: value) }
    let descriptor = callee.as(BtMethodDescrObject.self)
    let method = descriptor.pointee.d_method.unsafelyUnwrapped
    let flags = method.pointee.ml_flags
    let count = window.count
    guard window.names == nil, count > 0, count <= directArguments, !isTagged(window.base[0]),
        objectIn(window.base[0]).type == descriptor.pointee.d_common.d_type,
        flags == BT_METH_FASTCALL || (flags == BT_METH_O && count == 2) || (flags == BT_METH_NOARGS && count == 1),
        _bt_check.is_on == 0
    else { return callByVectorcall(frame, callee, window, descriptor.pointee.vectorcall) }
    let arguments = objects(window.base)
    let next = callDirectly(state, window.base, count) {
        if flags == BT_METH_FASTCALL {
            return code(method, as: BtCFunctionFast.self)(arguments[0], arguments + 1, count &- 1)
        }
        return method.pointee.ml_meth.unsafelyUnwrapped(arguments[0], flags == BT_METH_O ? arguments[1] : nil)
    }
    guard let next else { return nil }
    frame.pointee.pc = next
    return frame
}

/// Call C with the arguments behind the callee in a window, ints boxed in place, and put the result into the register that
/// the running instruction names: the instruction to go on with; nil: an exception is set.
@inline(__always)
private func callDirectly(
    _ state: ThreadRef, _ arguments: Registers, _ count: Int, _ invoke: () -> Ref?
) -> UnsafePointer<UInt64>? {
    guard _fastPath(enterCall()) else { return nil }
    var boxes: UInt64 = 0
    var index = 0
    while index < count {
        let value = arguments[index]
        if isTagged(value) {
            guard _fastPath(box(state, value, in: arguments, index, &boxes)) else { return nil }
        }
        index &+= 1
    }
    return finishDirectly(state, arguments, count, boxes, invoke())
}

/// Put a value into an argument's register as an object; `boxes` says which ints are the call's own. False: MemoryError is set.
@inline(__always)
private func box(
    _ state: ThreadRef, _ value: Register, in arguments: Registers, _ index: Int, _ boxes: inout UInt64
) -> Bool {
    if isTagged(value) {
        let int = untagged(value)
        if isSmallInt(int) {
            arguments[index] = register(_bt_small_int(int).ref)
        } else {
            guard let box = takeSpareInt(state, int) else { return false }
            arguments[index] = register(box)
            boxes |= 1 &<< UInt64(truncatingIfNeeded: index)
        }
    } else {
        Bt_INCREF_(objectIn(value))
        arguments[index] = value
    }
    return true
}

/// Finish a call that has given `object`: the instruction to go on with; nil: an exception is set. A `clear` of the result that
/// follows is done.
///
/// Arguments are dropped before the callee, as in CPython; those of a call that raises are dropped with the frame's registers.
@inline(__always)
private func finishDirectly(
    _ state: ThreadRef, _ arguments: Registers, _ count: Int, _ boxes: UInt64, _ object: Ref?
) -> UnsafePointer<UInt64>? {
    guard let object, _fastPath(state.pointee.current_exception == nil) else {
        _ = checkedResult(objectIn(arguments[-1]), object)
        return nil
    }
    var index = 0
    while index < count {
        let argument = objectIn(arguments.take(index))
        if boxes &>> UInt64(truncatingIfNeeded: index) & 1 == 0 || !putBackSpareInt(state, argument) {
            Bt_DECREF_(argument)
        }
        index &+= 1
    }
    Bt_DECREF_(objectIn(arguments.take(-1)))
    // The frame and its instruction are read again: fewer values are kept over the call.
    let frame = state.frame.unsafelyUnwrapped
    let next = frame.pointee.pc.unsafelyUnwrapped
    let target = next[-1] & 0xFFFF_0000
    if next.pointee == target | UInt64(Opcode.clear.rawValue) {
        // Nobody wants the result.
        if _slowPath(object != noneRef) {
            frame.pointee.pc = next + 1
            Bt_DECREF_(object)
        }
        return next + 1
    }
    frame.registers[fieldA(target)] = entering(object)
    return next
}
