internal import CBaton
internal import CBaton.Host
internal import Glibc

// MemoryError is raised when nothing can be allocated, so the objects for it are made before. Guard: the shelf of spare
// ones is atomic (errors.c).

/// Raise MemoryError without allocating anything.
func raisePreparedMemoryError() {
    guard let spare = _bt_memory_error_take() else { return raiseLastMemoryError() }
    _bt_object_init_head(spare, _bt_exc_MemoryError_())
    BtObject_GC_Track(spare)
    raiseObject(BtExc_MemoryError, spare)
    Bt_DECREF_(spare)
}

/// All spare objects are in use: raise the one that is never freed, as it is.
private func raiseLastMemoryError() {
    guard let last = _bt_memory_error_last else {
        writeError("baton: no memory to start the runtime\n")
        abort()
    }
    setRaised(last, "BtErr_NoMemory")
}

/// Fill the shelf. False: no memory.
func makeSpareMemoryErrors() -> Bool {
    guard let last = makeException(BtExc_MemoryError, nil) else { return false }
    _bt_make_immortal(last)
    _bt_memory_error_last = last
    for _ in 0..<BT_SPARE_MEMORY_ERRORS {
        guard let spare = makeException(BtExc_MemoryError, nil) else { return false }
        Bt_DECREF_(spare)
    }
    return true
}

/// tp_dealloc of MemoryError: exactly that class goes back on the shelf while there is room.
func deallocMemoryError(_ object: Ref) {
    guard object.type == _bt_exc_MemoryError_() else { return deallocException(object) }
    BtObject_GC_UnTrack(object)
    guard _bt_trash_begin(object) == 0 else { return }
    clearExceptionHead(object)
    object.exception.pointee.suppress_context = 0
    object.exception.pointee.args = emptyTuple
    if _bt_memory_error_give(object) == 0 {
        clearExceptionHead(object)
        object.type.pointee.tp_free(object)
    }
    _bt_trash_end()
}
