internal import CBaton
internal import CBaton.Host
internal import Glibc

// Functions of posix on whom files and processes belong to, and on open files in the place of paths.

var posixOwnerFunctions: [BtMethodDef] {
    [
        fastMethod("chown", doc: "Change the owner and group id of path to the numeric uid and gid.") {
            _, args, nargs in
            guard checkCount("chown", nargs, 3...3), let ids = owner(args!) else { return nil }
            return pathCall(args![0]!) { chown($0, ids.user, ids.group) }
        },
        fastMethod("lchown", doc: "As chown; a symbolic link is not followed.") { _, args, nargs in
            guard checkCount("lchown", nargs, 3...3), let ids = owner(args!) else { return nil }
            return pathCall(args![0]!) { lchown($0, ids.user, ids.group) }
        },
        fastMethod("fchown", doc: "As chown, for an open file.") { _, args, nargs in
            guard checkCount("fchown", nargs, 3...3), let descriptor = cInt(args![0]!), let ids = owner(args!) else {
                return nil
            }
            return done { fchown(descriptor, ids.user, ids.group) }
        },
        fastMethod("fchmod", doc: "Change the access permissions of an open file.") { _, args, nargs in
            guard checkCount("fchmod", nargs, 2...2), let descriptor = cInt(args![0]!), let mode = cInt(args![1]!)
            else {
                return nil
            }
            return done { fchmod(descriptor, mode_t(truncatingIfNeeded: mode)) }
        },
        method("fchdir", BT_METH_O, doc: "Change to the directory of the given file descriptor.") { _, descriptor in
            guard let descriptor = cInt(descriptor!) else { return nil }
            return done { fchdir(descriptor) }
        },
        method("getgroups", BT_METH_NOARGS, doc: "Return list of supplemental group IDs for the process.") { _, _ in
            let count = getgroups(0, nil)
            guard count >= 0, let row = BtList_New(0) else { return BtErr_SetFromErrno(BtExc_OSError) }
            let ids = [gid_t](repeating: 0, count: Int(count) + 1)
            var groups = ids
            for group in groups.indices.prefix(Int(max(getgroups(count, &groups), 0))) {
                guard let item = makeInt(Int(groups[group])), listAppend(row, stealing: item) >= 0 else { return nil }
            }
            return row
        },
        method("getsid", BT_METH_O, doc: "Call the system call getsid(pid) and return the result.") { _, process in
            guard let process = cInt(process!) else { return nil }
            let session = getsid(process)
            return session < 0 ? BtErr_SetFromErrno(BtExc_OSError) : makeInt(Int(session))
        },
        fastMethod("setpgid", doc: "Call the system call setpgid(pid, pgrp).") { _, args, nargs in
            guard checkCount("setpgid", nargs, 2...2), let process = cInt(args![0]!), let group = cInt(args![1]!) else {
                return nil
            }
            return done { setpgid(process, group) }
        },
    ]
}

/// Make a call detached; None, or nil with OSError set.
private func done(_ call: () -> CInt) -> Ref? { detachedCall { Int(call()) } < 0 ? nil : noneRef }

/// The second and third argument: -1 leaves what there is.
private func owner(_ args: UnsafePointer<Ref?>) -> (user: uid_t, group: gid_t)? {
    for (name, id) in [("uid", args[1]!), ("gid", args[2]!)] where BtIndex_Check(id) == 0 {
        return raise(BtExc_TypeError, "\(name) should be integer, not \(typeName(id))")
    }
    guard let user = sizeArgument(args[1]!), let group = sizeArgument(args[2]!) else { return nil }
    for (name, value) in [("uid", user), ("gid", group)] where value < -1 || value > Int(UInt32.max) {
        return raise(BtExc_OverflowError, "\(name) is \(value < 0 ? "less than minimum" : "greater than maximum")")
    }
    return (uid_t(truncatingIfNeeded: user), gid_t(truncatingIfNeeded: group))
}
