internal import BatonCompiler
internal import CBaton
internal import CBaton.Host

// Calls of builtin functions, most of all of extensions' functions of the convention fastcall.

/// Whether a register holds a builtin function.
@inline(__always)
func isFunctionOfC(_ value: Register) -> Bool { !isTagged(value) && objectIn(value).type == BtCFunction_Type_() }

/// Arguments that a call by `callFunction` boxes.
private let quickArguments = 16

/// R[A] = R[A](R[A + 1] …) of a builtin function. False: an exception is set.
///
/// A function of the plain convention fastcall is called from here, if no checks are on, which stand in the vectorcall
/// functions.
@inline(never)
func callFunction(_ state: ThreadRef, _ frame: Frame, _ bits: UInt64) -> Bool {
    let window = frame.registers + fieldA(bits)
    let count = fieldB(bits)
    let callee = objectIn(window.pointee)
    let function = callee.as(BtCFunctionObject.self)
    let method = function.pointee.m_ml.unsafelyUnwrapped
    guard method.pointee.ml_flags == BT_METH_FASTCALL, count <= quickArguments, _bt_check.is_on == 0,
        callee != _bt_interpreter.isinstance_function
    else { return callOtherFunction(frame, bits) }
    guard BtEval_SafePoint() == 0, enterCall() else { return false }
    let arguments = window + 1
    var boxes: UInt64 = 0
    guard box(state, arguments, count, &boxes) else { return false }
    // SAFETY: because a register that holds an object holds its address.
    let places = UnsafeMutableRawPointer(arguments).assumingMemoryBound(to: Ref?.self)
    let object = code(method, as: BtCFunctionFast.self)(function.pointee.m_self, places, count)
    guard let object, state.pointee.current_exception == nil else {
        _ = checkedResult(callee, object)
        return false
    }
    unbox(state, arguments, count, boxes)
    Bt_DECREF_(callee)
    let next = frame.pointee.pc.unsafelyUnwrapped
    if next.pointee == bits & 0xFFFF_0000 | UInt64(Opcode.clear.rawValue) {
        // Nobody wants the result.
        window.pointee = 0
        frame.pointee.pc = next + 1
        if object != noneRef { Bt_DECREF_(object) }
    } else {
        window.pointee = entering(object)
    }
    return true
}

/// Put objects into the place of ints; `boxes` says which are a call's own. False: MemoryError is set.
@inline(__always)
private func box(_ state: ThreadRef, _ arguments: Registers, _ count: Int, _ boxes: inout UInt64) -> Bool {
    var index = 0
    while index < count {
        let value = arguments[index]
        if isTagged(value) {
            let int = untagged(value)
            if isSmallInt(int) {
                arguments[index] = register(_bt_small_int(int).ref)
            } else {
                guard let box = takeSpareInt(state, int) else { return false }
                arguments[index] = register(box)
                boxes |= 1 &<< UInt64(truncatingIfNeeded: index)
            }
        }
        index &+= 1
    }
    return true
}

/// Drop the arguments of a call, of which `boxes` are its own.
@inline(__always)
private func unbox(_ state: ThreadRef, _ arguments: Registers, _ count: Int, _ boxes: UInt64) {
    var index = 0
    while index < count {
        let value = arguments.take(index)
        if boxes &>> UInt64(truncatingIfNeeded: index) & 1 != 0 {
            putBackSpareInt(state, objectIn(value))
        } else {
            Bt_DECREF_(objectIn(value))
        }
        index &+= 1
    }
}

/// As `callFunction`, of any builtin function: by its convention where that is one of the plain ones and no checks are on.
@inline(never)
private func callOtherFunction(_ frame: Frame, _ bits: UInt64) -> Bool {
    guard BtEval_SafePoint() == 0 else { return false }
    let result = frame.registers + fieldA(bits)
    let window = CallWindow(result: result, base: result + 1, count: fieldB(bits), names: nil)
    let callee = objectIn(result.pointee)
    let function = callee.as(BtCFunctionObject.self)
    let method = function.pointee.m_ml.unsafelyUnwrapped
    let flags = method.pointee.ml_flags
    let isFast = flags == BT_METH_FASTCALL
    guard isFast || (flags == BT_METH_O && window.count == 1), _bt_check.is_on == 0 else {
        return callByVectorcall(frame, callee, window, function.pointee.vectorcall) != nil
    }
    let value = isFast ? shortcut(callee, window) : shortcutOfOne(callee, result[1])
    if value != 0 { return window.finish(frame, shortcut: value) != nil }
    var boxes: UInt64 = 0
    guard let arguments = window.boxedArguments(&boxes), enterCall() else { return false }
    let object =
        isFast
        ? code(method, as: BtCFunctionFast.self)(function.pointee.m_self, arguments, window.count)
        : method.pointee.ml_meth.unsafelyUnwrapped(function.pointee.m_self, arguments[0])
    guard let object = checkedResult(callee, object) else { return false }
    let entered = entering(object)
    window.dropArguments(boxes)
    _ = window.finish(frame, entered)
    return true
}
