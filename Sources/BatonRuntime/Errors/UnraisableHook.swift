internal import CBaton
internal import CBaton.Host

/// Call the `sys.unraisablehook` of a script; false: there is none, or it failed, which is reported in its stead.
func tellUnraisableHook(_ raised: Ref, _ message: Ref?, _ object: Ref?) -> Bool {
    guard let sys = _bt_host_modules.sys, let dict = BtModule_GetDict(sys) else { return false }
    let hook = BtDict_GetItemWithError(dict, internedName("unraisablehook"))
    let usual = BtDict_GetItemWithError(dict, internedName("__unraisablehook__"))
    BtErr_Clear()
    guard let hook, !isNone(hook), hook != usual else { return false }
    let held = newReference(hook)
    defer { Bt_DECREF_(held) }
    let arguments = makeNamespace([
        ("exc_type", newReference(raised.type.ref)), ("exc_value", newReference(raised)),
        ("exc_traceback", newReference(raised.exception.pointee.traceback ?? noneRef)),
        ("err_msg", newReference(message ?? noneRef)), ("object", newReference(object ?? noneRef)),
    ])
    defer { release(arguments) }
    if let arguments, let result = BtObject_CallOneArg(held, arguments) {
        Bt_DECREF_(result)
        return true
    }
    guard let failure = takeRaised() else { return false }
    writeError("Exception ignored in sys.unraisablehook: \(reprText(held))\n" + plainReport(failure))
    Bt_DECREF_(failure)
    return true
}
