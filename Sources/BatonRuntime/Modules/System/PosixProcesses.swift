internal import CBaton
internal import CBaton.Host
internal import Glibc

// Functions of posix on the process and the machine.

var posixProcessFunctions: [BtMethodDef] {
    [
        method("getpid", BT_METH_NOARGS) { _, _ in makeInt(Int(getpid())) },
        method("getppid", BT_METH_NOARGS) { _, _ in makeInt(Int(getppid())) },
        method("getuid", BT_METH_NOARGS) { _, _ in makeInt(Int(getuid())) },
        method("geteuid", BT_METH_NOARGS) { _, _ in makeInt(Int(geteuid())) },
        method("getgid", BT_METH_NOARGS) { _, _ in makeInt(Int(getgid())) },
        method("getegid", BT_METH_NOARGS) { _, _ in makeInt(Int(getegid())) },
        method("cpu_count", BT_METH_NOARGS) { _, _ in
            let count = sysconf(CInt(_SC_NPROCESSORS_ONLN))
            return count < 1 ? noneRef : makeInt(count)
        },
        method("process_cpu_count", BT_METH_NOARGS) { _, _ in
            makeInt(Int(_bt_usable_processors()))
        },
        fastMethod("kill") { _, args, nargs in
            guard checkCount("kill", nargs, 2...2), let process = cInt(args![0]!), let signal = cInt(args![1]!) else {
                return nil
            }
            guard kill(process, signal) == 0 else { return BtErr_SetFromErrno(BtExc_OSError) }
            return BtErr_CheckSignals() < 0 ? nil : noneRef
        },
        method("_exit", BT_METH_O) { _, status in
            guard let value = cInt(status!) else { return nil }
            _exit(value)
        },
        method("abort", BT_METH_NOARGS) { _, _ in abort() },
        method("urandom", BT_METH_O) { _, size in
            guard let count = sizeArgument(size!) else { return nil }
            guard count >= 0 else { return raise(BtExc_ValueError, "negative argument not allowed") }
            return Bytes.make(count) { target in
                var done = 0
                while done < count {
                    let step = _bt_random_bytes(target + done, count - done)
                    if step < 0, errno != EINTR {
                        BtErr_SetFromErrno(BtExc_OSError)
                        return false
                    }
                    done += max(step, 0)
                }
                return true
            }
        },
        method("sched_yield", BT_METH_NOARGS, doc: "Let other threads run.") { _, _ in
            detachedCall { Int(sched_yield()) } < 0 ? nil : noneRef
        },
        method("nice", BT_METH_O, doc: "Add to the process's niceness; what it is then.") { _, step in
            guard let step = cInt(step!) else { return nil }
            errno = 0
            let value = nice(step)
            return value == -1 && errno != 0 ? BtErr_SetFromErrno(BtExc_OSError) : makeInt(Int(value))
        },
        method("getloadavg", BT_METH_NOARGS, doc: "Return the load of the machine in the last 1, 5 and 15 minutes.") {
            _, _ in
            var loads = [0.0, 0.0, 0.0]
            guard getloadavg(&loads, 3) == 3 else {
                return raise(BtExc_OSError, "Load averages are unobtainable")
            }
            return tuple(taking: makeFloat(loads[0]), makeFloat(loads[1]), makeFloat(loads[2]))
        },
        method("strerror", BT_METH_O) { _, number in cInt(number!).flatMap { makeString(errnoText($0)) } },
        method("umask", BT_METH_O) { _, mask in cInt(mask!).flatMap { makeInt(Int(umask(mode_t($0)))) } },
        fastMethod("putenv") { _, args, nargs in
            guard checkCount("putenv", nargs, 2...2) else { return nil }
            return withPath(args![0]!) { name in
                withPath(args![1]!) { value in
                    setenv(name, value, 1) == 0 ? noneRef : BtErr_SetFromErrno(BtExc_OSError)
                }
            }
        },
        method("unsetenv", BT_METH_O) { _, name in
            withPath(name!) { unsetenv($0) == 0 ? noneRef : BtErr_SetFromErrno(BtExc_OSError) }
        },
        fastMethod("get_terminal_size") { _, args, nargs in
            guard checkCount("get_terminal_size", nargs, 0...1), let fd = nargs > 0 ? cInt(args![0]!) : 1 else {
                return nil
            }
            var (columns, lines): (CInt, CInt) = (0, 0)
            guard _bt_terminal_size(fd, &columns, &lines) == 0 else { return BtErr_SetFromErrno(BtExc_OSError) }
            return tuple(taking: makeInt(Int(columns)), makeInt(Int(lines)))
        },
        method("system", BT_METH_O) { _, command in
            withPath(command!) { text in
                let state = _bt_wait_begin()
                let status = system(text)
                _bt_wait_end(state)
                return makeInt(Int(status))
            }
        },
    ]
}
