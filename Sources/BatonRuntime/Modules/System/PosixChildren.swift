internal import CBaton
internal import CBaton.Host
internal import Glibc

// Functions of posix on child processes: making them, waiting for them, and what their status says.

var posixChildFunctions: [BtMethodDef] {
    [
        method("fork", BT_METH_NOARGS, doc: "Fork a child process: 0 in the child, its number in the parent.") { _, _ in
            let child = _bt_fork()
            if child < 0 { return BtErr_SetFromErrno(BtExc_OSError) }
            if child == 0 {
                // The forking thread is the only one here.
                _bt_host_modules.thread_count = 0
                _bt_host_modules.main_thread = BtThread_get_thread_ident()
            }
            return makeInt(Int(child))
        },
        fastMethod("waitpid", doc: "Wait for a child process: its number and its status.") { _, args, nargs in
            guard checkCount("waitpid", nargs, 2...2), let process = cInt(args![0]!), let options = cInt(args![1]!)
            else { return nil }
            return wait(for: process, options)
        },
        method("wait", BT_METH_NOARGS, doc: "Wait for any child process: its number and its status.") { _, _ in
            wait(for: -1, 0)
        },
        method("WIFEXITED", BT_METH_O) { _, object in cInt(object!).flatMap { boolRef($0 & 0x7F == 0) } },
        method("WEXITSTATUS", BT_METH_O) { _, object in cInt(object!).flatMap { makeInt(Int($0 >> 8 & 0xFF)) } },
        method("WIFSIGNALED", BT_METH_O) { _, object in cInt(object!).flatMap { boolRef(isSignaled($0)) } },
        method("WTERMSIG", BT_METH_O) { _, object in cInt(object!).flatMap { makeInt(Int($0 & 0x7F)) } },
        method("WIFSTOPPED", BT_METH_O) { _, object in cInt(object!).flatMap { boolRef($0 & 0xFF == 0x7F) } },
        method("WSTOPSIG", BT_METH_O) { _, object in cInt(object!).flatMap { makeInt(Int($0 >> 8 & 0xFF)) } },
        method("WIFCONTINUED", BT_METH_O) { _, object in cInt(object!).flatMap { boolRef($0 == 0xFFFF) } },
        method("WCOREDUMP", BT_METH_O) { _, object in cInt(object!).flatMap { boolRef($0 & 0x80 != 0) } },
        method("waitstatus_to_exitcode", BT_METH_O, doc: "The exit code of a status; of a signal, its number below 0.")
        {
            _, object in
            guard let status = cInt(object!) else { return nil }
            if status & 0x7F == 0 { return makeInt(Int(status >> 8 & 0xFF)) }
            if isSignaled(status) { return makeInt(-Int(status & 0x7F)) }
            return raise(
                BtExc_ValueError,
                status & 0xFF == 0x7F
                    ? "process stopped by delivery of signal \(status >> 8 & 0xFF)" : "invalid wait status: \(status)")
        },
        fastMethod("execv", doc: "Become another program: execv(path, arguments). Returns only if it fails.") {
            _, args, nargs in
            guard checkCount("execv", nargs, 2...2) else { return nil }
            return execute(args![0]!, args![1]!)
        },
        method("getpgrp", BT_METH_NOARGS, doc: "Return the process group.") { _, _ in makeInt(Int(getpgrp())) },
        method("getpgid", BT_METH_O, doc: "Return the process group of a process.") { _, process in
            guard let number = cInt(process!) else { return nil }
            let group = getpgid(number)
            return group < 0 ? BtErr_SetFromErrno(BtExc_OSError) : makeInt(Int(group))
        },
        method("setsid", BT_METH_NOARGS, doc: "Begin a session.") { _, _ in
            setsid() < 0 ? BtErr_SetFromErrno(BtExc_OSError) : noneRef
        },
        fastMethod("killpg", doc: "Send a signal to a process group.") { _, args, nargs in
            guard checkCount("killpg", nargs, 2...2), let group = cInt(args![0]!), let signal = cInt(args![1]!) else {
                return nil
            }
            guard killpg(group, signal) == 0 else { return BtErr_SetFromErrno(BtExc_OSError) }
            return BtErr_CheckSignals() < 0 ? nil : noneRef
        },
        method("get_inheritable", BT_METH_O, doc: "Whether a descriptor is inherited by programs that are started.") {
            _, object in
            guard let descriptor = cInt(object!) else { return nil }
            let flags = fcntl(descriptor, F_GETFD)
            return flags < 0 ? BtErr_SetFromErrno(BtExc_OSError) : boolRef(flags & FD_CLOEXEC == 0)
        },
        fastMethod("set_inheritable", doc: "Set whether a descriptor is inherited.") { _, args, nargs in
            guard checkCount("set_inheritable", nargs, 2...2), let descriptor = cInt(args![0]!) else { return nil }
            let truth = BtObject_IsTrue(args![1])
            if truth < 0 { return nil }
            let flags = fcntl(descriptor, F_GETFD)
            guard flags >= 0,
                fcntl(descriptor, F_SETFD, truth > 0 ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC) >= 0
            else { return BtErr_SetFromErrno(BtExc_OSError) }
            return noneRef
        },
    ]
}

let posixChildConstants: [(StaticString, CInt)] = [
    ("WNOHANG", WNOHANG), ("WUNTRACED", WUNTRACED), ("WCONTINUED", WCONTINUED), ("EX_OK", 0),
]

private func wait(for process: CInt, _ options: CInt) -> Ref? {
    var status: CInt = 0
    let child = detachedCall { Int(waitpid(process, &status, options)) }
    return child < 0 ? nil : tuple(taking: makeInt(child), makeInt(Int(status)))
}

private func isSignaled(_ status: CInt) -> Bool { status & 0x7F != 0 && status & 0x7F != 0x7F }

private func execute(_ path: Ref, _ arguments: Ref) -> Ref? {
    guard isList(arguments) || isTuple(arguments) else {
        return raise(BtExc_TypeError, "execv() arg 2 must be a tuple or list")
    }
    guard let items = BtSequence_Tuple(arguments) else { return nil }
    defer { Bt_DECREF_(items) }
    let count = BtTuple_GET_SIZE_(items)
    guard count > 0 else { return raise(BtExc_ValueError, "execv() arg 2 must not be empty") }
    var words: [UnsafeMutablePointer<CChar>?] = []
    defer { for word in words { free(word) } }
    for index in 0..<count {
        guard let word = withPath(argument(items, index), { strdup($0) }) else { return nil }
        words.append(word)
    }
    words.append(nil)
    return withPath(path) { path in
        execv(path, words)
        return BtErr_SetFromErrno(BtExc_OSError)
    }
}
