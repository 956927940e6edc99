internal import CBaton

/// Run `body` in the critical section of `object`: alone on it in the free-threaded mode, at the cost of a predicted
/// branch in the locked one.
@inline(__always)
package func locked<R>(_ object: Ref, _ body: () -> R) -> R {
    var section = BtCriticalSection()
    _bt_critical_section_begin(&section, object)
    defer { _bt_critical_section_end(&section) }
    return body()
}

/// Run `body` in the critical sections of two objects, which may be one.
@inline(__always)
package func locked<R>(_ first: Ref, _ second: Ref, _ body: () -> R) -> R {
    var section = BtCriticalSection()
    _bt_critical_section_begin2(&section, first, second)
    defer { _bt_critical_section_end(&section) }
    return body()
}
