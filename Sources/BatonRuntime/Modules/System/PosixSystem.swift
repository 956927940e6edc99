internal import CBaton
internal import CBaton.Host
internal import Glibc

// Functions of posix that ask about the machine, the file systems and the times of the process.

let posixSystemConstants: [(StaticString, CInt)] = [
    ("EX_OK", 0), ("EX_USAGE", 64), ("EX_DATAERR", 65), ("EX_NOINPUT", 66), ("EX_NOUSER", 67), ("EX_NOHOST", 68),
    ("EX_UNAVAILABLE", 69), ("EX_SOFTWARE", 70), ("EX_OSERR", 71), ("EX_OSFILE", 72), ("EX_CANTCREAT", 73),
    ("EX_IOERR", 74), ("EX_TEMPFAIL", 75), ("EX_PROTOCOL", 76), ("EX_NOPERM", 77), ("EX_CONFIG", 78),
    ("PRIO_PROCESS", 0), ("PRIO_PGRP", 1), ("PRIO_USER", 2),
]

var posixSystemFunctions: [BtMethodDef] {
    [
        method("_uname", BT_METH_NOARGS, doc: "Return the names of the system as a tuple.") { _, _ in
            var names = utsname()
            guard uname(&names) == 0 else { return BtErr_SetFromErrno(BtExc_OSError) }
            return tuple(
                taking: text(of: names.sysname), text(of: names.nodename), text(of: names.release),
                text(of: names.version), text(of: names.machine))
        },
        method("_times", BT_METH_NOARGS, doc: "Return the times of the process and of its children, in seconds.") {
            _, _ in
            var value = tms()
            let elapsed = times(&value)
            let ticks = Double(sysconf(CInt(_SC_CLK_TCK)))
            let parts = [value.tms_utime, value.tms_stime, value.tms_cutime, value.tms_cstime, elapsed]
            guard let row = newTuple(parts.count) else { return nil }
            for (index, part) in parts.enumerated() {
                guard let seconds = makeFloat(Double(part) / ticks) else { return nil }
                BtTuple_SET_ITEM_(row, index, seconds)
            }
            return row
        },
        method("_statvfs", BT_METH_O, doc: "Return what is known about a file system as a tuple.") { _, path in
            var info = statvfs()
            guard let told = pathCall(path!, { statvfs($0, &info) }) else { return nil }
            Bt_DECREF_(told)
            let parts = [
                UInt(info.f_bsize), UInt(info.f_frsize), UInt(info.f_blocks), UInt(info.f_bfree), UInt(info.f_bavail),
                UInt(info.f_files), UInt(info.f_ffree), UInt(info.f_favail), UInt(info.f_flag), UInt(info.f_namemax),
            ]
            guard let row = newTuple(parts.count) else { return nil }
            for (index, part) in parts.enumerated() {
                guard let number = BtLong_FromUnsignedLong(part) else { return nil }
                BtTuple_SET_ITEM_(row, index, number)
            }
            return row
        },
        method("sync", BT_METH_NOARGS, doc: "Force write of everything to disk.") { _, _ in
            _ = detachedCall {
                sync()
                return 0
            }
            return noneRef
        },
        fastMethod("getpriority", doc: "Return program scheduling priority.") { _, args, nargs in
            guard checkCount("getpriority", nargs, 2...2), let which = cInt(args![0]!), let who = cInt(args![1]!) else {
                return nil
            }
            errno = 0
            let value = getpriority(__priority_which_t(truncatingIfNeeded: which), id_t(bitPattern: who))
            return value == -1 && errno != 0 ? BtErr_SetFromErrno(BtExc_OSError) : makeInt(Int(value))
        },
        fastMethod("setpriority", doc: "Set program scheduling priority.") { _, args, nargs in
            guard checkCount("setpriority", nargs, 3...3), let which = cInt(args![0]!), let who = cInt(args![1]!),
                let value = cInt(args![2]!)
            else { return nil }
            let status = setpriority(__priority_which_t(truncatingIfNeeded: which), id_t(bitPattern: who), value)
            return status < 0 ? BtErr_SetFromErrno(BtExc_OSError) : noneRef
        },
    ]
}

/// The text of a row of characters in a C struct, which ends in a NUL.
private func text<Row>(of row: Row) -> Ref? {
    withUnsafeBytes(of: row) { bytes in
        makeString(String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self))
    }
}
