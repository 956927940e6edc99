internal import CBaton
internal import CBaton.Host

/// Flush `sys.stdout` and `sys.stderr` at the end of the runtime, if anybody has used them. An error is passed over: who can be
/// told of it has flushed before.
func flushStandardStreams() {
    guard let sys = _bt_host_modules.sys, let dict = BtModule_GetDict(sys) else { return }
    for name in ["stdout", "stderr"] as [StaticString] {
        var stream: Ref?
        guard BtDict_GetItemRef(dict, internedName(name), &stream) > 0, let stream else { continue }
        defer { Bt_DECREF_(stream) }
        if isNone(stream) { continue }
        if let result = BtObject_CallMethodNoArgs(stream, internedName("flush")) { Bt_DECREF_(result) }
    }
    BtErr_Clear()
}
