import BatonRuntime
import CBaton
import CBaton.Host
internal import Glibc

/// The end of a script: its exception is told, threads are waited for, exit functions run, streams are flushed.
enum ScriptEnd {
    /// End the runtime; the exit status. `succeeded` false: an exception is set.
    static func end(with succeeded: Bool) -> CInt {
        var isInterrupted = false
        var status: CInt = succeeded ? 0 : report(&isInterrupted)
        joinThreads()
        call("atexit", "_run_exitfuncs")
        if !flush("stdout") { status = 120 }
        if !flush("stderr") { status = 120 }
        // Threads that nobody waits for end with the process, and may use what the modules hold.
        if !threadsAreLeft() {
            endModules()
            _ = flush("stdout", tells: false)
        }
        if isInterrupted, status != 120 {
            interruptSelf()
            // The signal is blocked: the status is what a shell makes of it, as in Python.
            status = 128 + SIGINT
        }
        if threadsAreLeft() { _exit(_bt_check_exit_status(status)) }
        if Bt_FinalizeEx() != 0 { _exit(_bt_check_exit_status(status)) }
        return _bt_check_exit_status(status)
    }

    /// Tell of the exception that is set; the exit status.
    private static func report(_ isInterrupted: inout Bool) -> CInt {
        guard let exception = BtErr_GetRaisedException() else { return 1 }
        defer { release(exception) }
        if BtErr_GivenExceptionMatches(exception, BtExc_SystemExit) != 0 { return exitStatus(exception) }
        isInterrupted = BtErr_GivenExceptionMatches(exception, BtExc_KeyboardInterrupt) != 0
        display(exception)
        return 1
    }

    /// The status that a SystemExit asks for; anything but an int is printed.
    private static func exitStatus(_ exception: Ref) -> CInt {
        var code: Ref?
        guard BtObject_GetOptionalAttrString(exception, "code", &code) > 0, let code else {
            BtErr_Clear()
            return 0
        }
        defer { release(code) }
        if isNone(code) { return 0 }
        if isInt(code) {
            var overflow: CInt = 0
            let value = BtLong_AsLongAndOverflow(code, &overflow)
            return overflow != 0 ? -1 : CInt(truncatingIfNeeded: value)
        }
        _ = flush("stdout", tells: false)
        if let text = shownText(code) { writeError(text + "\n") }
        return 1
    }

    /// Show an exception by `sys.excepthook`.
    static func display(_ exception: Ref) {
        _ = flush("stdout", tells: false)
        guard let hook = BtImport_ImportModuleAttrString("sys", "excepthook") else {
            BtErr_Clear()
            writeError("sys.excepthook is missing\n")
            return BtErr_DisplayException(exception)
        }
        defer { release(hook) }
        let traceback = BtException_GetTraceback(exception)
        defer { release(traceback) }
        let row: [Ref?] = [exception.type.ref, exception, traceback ?? noneRef]
        if let result = BtObject_Vectorcall(hook, row, row.count, nil) {
            release(result)
            return
        }
        guard let second = BtErr_GetRaisedException() else { return }
        defer { release(second) }
        if BtErr_GivenExceptionMatches(second, BtExc_SystemExit) != 0 { return }
        writeError("Error in sys.excepthook:\n")
        BtErr_DisplayException(second)
        writeError("\nOriginal exception was:\n")
        BtErr_DisplayException(exception)
    }

    /// Wait for the threads that are not daemons, if there can be any.
    private static func joinThreads() { call("threading", "_shutdown") }

    /// Call a function of a module if the module was imported; what it raises is told.
    private static func call(_ module: String, _ function: String) {
        guard let modules = BtImport_GetModuleDict() else { return }
        var found: Ref?
        guard BtDict_GetItemStringRef(modules, module, &found) > 0, let found else {
            BtErr_Clear()
            return
        }
        defer { release(found) }
        guard let callable = BtObject_GetAttrString(found, function) else {
            BtErr_Clear()
            return
        }
        defer { release(callable) }
        if let result = BtObject_CallNoArgs(callable) {
            release(result)
            return
        }
        if BtErr_ExceptionMatches(BtExc_KeyboardInterrupt) != 0 {
            _BtErr_WriteUnraisableMsg("on threading shutdown", found)
        } else {
            BtErr_WriteUnraisable(callable)
        }
    }

    /// Flush a standard stream; false: it could not be, which is told.
    static func flush(_ name: String, tells: Bool = true) -> Bool {
        guard let stream = BtImport_ImportModuleAttrString("sys", name) else {
            BtErr_Clear()
            return true
        }
        defer { release(stream) }
        if isNone(stream) { return true }
        var closed: Ref?
        if BtObject_GetOptionalAttrString(stream, "closed", &closed) < 0 { BtErr_Clear() }
        defer { release(closed) }
        if let closed, BtObject_IsTrue(closed) > 0 { return true }
        guard let result = BtObject_CallMethodNoArgs(stream, internedName("flush")) else {
            if tells, name == "stdout" {
                _BtErr_WriteUnraisableMsg("on flushing sys.stdout", nil)
            } else {
                BtErr_Clear()
            }
            return false
        }
        release(result)
        return true
    }

    private static func threadsAreLeft() -> Bool { scriptThreadCount() > 0 }

    /// End as a program ends that does not handle Ctrl-C, so that a shell sees it.
    private static func interruptSelf() {
        signal(SIGINT, SIG_DFL)
        kill(getpid(), SIGINT)
    }
}
