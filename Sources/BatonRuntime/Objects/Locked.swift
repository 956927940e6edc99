internal import CBaton

/// Run `body` in the critical section of `object`: alone on it in the free-threaded mode, at the cost of a predicted
/// branch in the locked one.
@inline(__always)
package func locked<R>(_ object: Ref, _ body: () -> R) -> R {
    if _bt_current_thread().pointee.free_threaded == 0 { return body() }
    return lockedInSection(object, nil, body)
}

/// Run `body` in the critical sections of two objects, which may be one.
@inline(__always)
package func locked<R>(_ first: Ref, _ second: Ref, _ body: () -> R) -> R {
    if _bt_current_thread().pointee.free_threaded == 0 { return body() }
    return lockedInSection(first, second, body)
}

/// Out of line, so that the locked mode's path has no section on its stack.
@inline(never)
private func lockedInSection<R>(_ first: Ref, _ second: Ref?, _ body: () -> R) -> R {
    var section = BtCriticalSection()
    // One address from begin to end: the chain of open sections points to it meanwhile.
    return withUnsafeMutablePointer(to: &section) { section in
        if let second {
            _bt_critical_section_begin2(section, first, second)
        } else {
            _bt_critical_section_begin(section, first)
        }
        defer { _bt_critical_section_end(section) }
        return body()
    }
}
