internal import CBaton
internal import CBaton.Host

// Where reports of exceptions go: `sys.stderr`, which a script may replace.

/// Write a report to what a script has put in the place of `sys.stderr`. False: nothing has been put there.
func writeToReplacedStandardError(_ text: String) -> Bool {
    guard let sys = _bt_host_modules.sys, let dict = BtModule_GetDict(sys) else { return false }
    let raised = takeRaised()
    defer { setRaised(raised) }
    var (stream, original): (Ref?, Ref?) = (nil, nil)
    defer {
        release(stream)
        release(original)
    }
    if BtDict_GetItemRef(dict, internedName("stderr"), &stream) < 0
        || BtDict_GetItemRef(dict, internedName("__stderr__"), &original) < 0
    {
        BtErr_Clear()
        return false
    }
    guard let stream else { return false }
    if isNone(stream) { return true }
    if stream == original {
        if let flushed = callNamed(stream, "flush") { Bt_DECREF_(flushed) } else { BtErr_Clear() }
        return false
    }
    guard let line = makeString(text) else {
        BtErr_Clear()
        return false
    }
    defer { Bt_DECREF_(line) }
    if let result = BtObject_CallMethodOneArg(stream, internedName("write"), line) {
        Bt_DECREF_(result)
    } else {
        BtErr_Clear()
    }
    return true
}
