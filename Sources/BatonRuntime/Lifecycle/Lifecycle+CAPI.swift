public import CBaton
internal import CBaton.Host

@c @implementation public func Bt_InitializeFromConfig(_ config: UnsafePointer<BtConfig>!) -> CInt {
    startOnce(config.pointee) ? 0 : -1
}

@c @implementation public func Bt_Initialize() { Bt_InitializeEx(1) }

@c @implementation public func Bt_InitializeEx(_ installsSignalHandlers: CInt) {
    var config = BtConfig()
    BtConfig_Init(&config)
    guard startOnce(config) else { _Bt_FatalErrorFunc("Bt_InitializeEx", "the runtime did not start") }
    if installsSignalHandlers != 0 { _bt_signals_install() }
}

@c @implementation public func Bt_FinalizeEx() -> CInt { endRuntime() }

@c @implementation public func Bt_Finalize() { _ = endRuntime() }
