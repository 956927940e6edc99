internal import CBaton

/// Run `body` with the fields of an exception to itself.
@inline(__always)
func lockedFields<Result>(of object: Ref, _ body: (Ref) -> Result) -> Result {
    var section = BtCriticalSection()
    _bt_critical_section_begin(&section, object)
    defer { _bt_critical_section_end(&section) }
    return body(object)
}
