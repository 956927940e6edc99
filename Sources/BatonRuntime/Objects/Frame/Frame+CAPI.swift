public import CBaton
internal import CBaton.Host

// The C face of frames, told in baton/frame.h.

@c @implementation
public func BtEval_GetFrame() -> UnsafeMutablePointer<BtFrameObject>! {
    let frame = currentFrameObject()
    // Without memory for the object there is no frame to see; the caller has no error value.
    if frame == nil { BtErr_Clear() }
    return frame?.as(BtFrameObject.self)
}

@c @implementation
public func BtThreadState_GetFrame(
    _ state: UnsafeMutablePointer<BtThreadState>!
) -> UnsafeMutablePointer<BtFrameObject>! {
    guard let frame = state.frame else { return nil }
    guard let object = frameObject(frame) else {
        BtErr_Clear()
        return nil
    }
    return newReference(object).as(BtFrameObject.self)
}

@c @implementation
public func BtFrame_GetBack(_ frame: UnsafeMutablePointer<BtFrameObject>!) -> UnsafeMutablePointer<BtFrameObject>! {
    guard let below = callerOf(frame) else {
        BtErr_Clear()
        return nil
    }
    if isNone(below) { return nil }
    return below.as(BtFrameObject.self)
}

@c @implementation
public func BtFrame_GetCode(_ frame: UnsafeMutablePointer<BtFrameObject>!) -> UnsafeMutablePointer<BtCodeObject>! {
    newReference(frame.pointee.code.ref).as(BtCodeObject.self)
}

@c @implementation
public func BtFrame_GetLineNumber(_ frame: UnsafeMutablePointer<BtFrameObject>!) -> CInt { frame.line }

@c @implementation
public func BtFrame_GetGlobals(_ frame: UnsafeMutablePointer<BtFrameObject>!) -> Ref! {
    newReference(frame.pointee.function.pointee.globals)
}

@c @implementation
public func BtFrame_GetLocals(_ frame: UnsafeMutablePointer<BtFrameObject>!) -> Ref! { locals(frame) }

@c @implementation
public func BtEval_GetGlobals() -> Ref! { currentGlobals() }

@c @implementation
public func BtEval_GetBuiltins() -> Ref! {
    if let builtins = currentBuiltins() { return builtins }
    guard let module = BtImport_ImportModule("builtins") else { return nil }
    // The module stays in sys.modules, and its dict with it.
    defer { Bt_DECREF_(module) }
    return BtModule_GetDict(module)
}
