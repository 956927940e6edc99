public import CBaton

extension Attached {
    /// Hold an object's own mutex while `body` runs: a critical section.
    ///
    /// In the locked mode it costs one predicted branch, for the lock guards every object. In the free-threaded mode it locks
    /// the object. It is put down while the thread is detached and while a section inside it waits, so it cannot deadlock;
    /// only the innermost section is sure to be locked.
    ///
    /// - Lock: attached; `body` has the token, and may detach.
    /// - Throws: what `body` throws.
    @inlinable @inline(__always)
    public mutating func section<Result: ~Copyable, Failure: Error>(
        on object: borrowing Object, _ body: (inout Attached) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let reference = object.unsafeReference
        var section = BtCriticalSection()
        return try withUnsafeMutablePointer(to: &section) { section throws(Failure) -> Result in
            _bt_critical_section_begin(section, reference)
            defer { _bt_critical_section_end(section) }
            return try body(&self)
        }
    }
}
