internal import CBaton
internal import CBaton.Host

@c @implementation public func BtThreadState_GetDict() -> Ref! {
    guard let state = BtThreadState_GetUnchecked() else { return nil }
    if state.pointee.thread_dict == nil {
        state.pointee.thread_dict = BtDict_New()
        if state.pointee.thread_dict == nil { BtErr_Clear() }
    }
    return state.pointee.thread_dict
}

@c @implementation public func BtInterpreterState_GetDict(_ interpreter: OpaquePointer!) -> Ref! {
    locked(noneRef) {
        if _bt_interpreter_dict == nil {
            _bt_interpreter_dict = BtDict_New()
            if _bt_interpreter_dict == nil { BtErr_Clear() }
        }
        return _bt_interpreter_dict
    }
}
