public import CBaton
internal import CBaton.Host

@c @implementation public func BtGC_Collect() -> Int {
    BtGC_IsEnabled() == 0 ? 0 : Collector.collect(Collector.oldest)
}

@c @implementation public func BtGC_Enable() -> CInt { setEnabled(1) }

@c @implementation public func BtGC_Disable() -> CInt { setEnabled(0) }

@c @implementation public func BtGC_IsEnabled() -> CInt { _bt_collector_().pointee.is_enabled }

private func setEnabled(_ value: CInt) -> CInt {
    let before = _bt_collector_().pointee.is_enabled
    _bt_collector_().pointee.is_enabled = value
    return before
}

@c @implementation public func BtUnstable_GC_VisitObjects(
    _ callback: gcvisitobjects_t!, _ argument: UnsafeMutableRawPointer!
) {
    var goesOn = true
    Collector.forEachTracked { object in
        if goesOn { goesOn = callback(object, argument) != 0 }
    }
}
