internal import CBaton
internal import CBaton.Host

// Which thread imports what. A module is imported by one thread, and others wait for it, detached. Where the waiting would
// close a circle of threads, a thread goes on with the module as far as it is.
//
// Both lists are guarded by `_bt_import.mutex`, which is held for a few instructions and never across a call of the API.

/// An import that runs. Freed when nobody uses it.
struct Loading {
    var next: UnsafeMutablePointer<Loading>?
    var name: String
    var path: String?
    var thread: UnsafeRawPointer
    /// Held by the importing thread until it is done.
    var done = BtMutex()
    var users = 1
}

/// A thread that waits for an import; on that thread's stack.
private struct Waiting {
    var next: UnsafeMutablePointer<Waiting>?
    var thread: UnsafeRawPointer
    var target: UnsafeMutablePointer<Loading>
}

/// What a thread that wants to import does next.
enum ImportTurn {
    /// This thread imports it, and ends with `finishLoading`.
    case mine(UnsafeMutablePointer<Loading>)
    /// Another thread has imported it: look again.
    case lookAgain
    /// This thread imports it already, or waiting would be a deadlock.
    case circular
}

/// This thread, as an address that no other live thread has.
private var thisThread: UnsafeRawPointer { UnsafeRawPointer(_bt_current_thread()) }

private var loadingHead: UnsafeMutablePointer<Loading>? {
    get { _bt_import.loading?.assumingMemoryBound(to: Loading.self) }
    set { _bt_import.loading = UnsafeMutableRawPointer(newValue) }
}

private var waitingHead: UnsafeMutablePointer<Waiting>? {
    get { _bt_import.waiting?.assumingMemoryBound(to: Waiting.self) }
    set { _bt_import.waiting = UnsafeMutableRawPointer(newValue) }
}

/// Take the import of `name`, or wait for the thread that has it.
func beginLoading(_ name: String) -> ImportTurn {
    BtMutex_Lock(_bt_import_mutex_())
    guard let running = find(where: { $0.name == name }) else {
        let entry = UnsafeMutablePointer<Loading>.allocate(capacity: 1)
        entry.initialize(to: Loading(next: loadingHead, name: name, path: nil, thread: thisThread))
        BtMutex_Lock(&entry.pointee.done)
        loadingHead = entry
        BtMutex_Unlock(_bt_import_mutex_())
        return .mine(entry)
    }
    guard !wouldDeadlock(on: running) else {
        BtMutex_Unlock(_bt_import_mutex_())
        return .circular
    }
    running.pointee.users += 1
    let waiting = UnsafeMutablePointer<Waiting>.allocate(capacity: 1)
    waiting.initialize(to: Waiting(next: waitingHead, thread: thisThread, target: running))
    waitingHead = waiting
    BtMutex_Unlock(_bt_import_mutex_())

    BtMutex_Lock(&running.pointee.done)
    BtMutex_Unlock(&running.pointee.done)

    BtMutex_Lock(_bt_import_mutex_())
    unlink(waiting)
    drop(running)
    BtMutex_Unlock(_bt_import_mutex_())
    waiting.deinitialize(count: 1)
    waiting.deallocate()
    return .lookAgain
}

/// End the import of this thread and wake those that wait for it.
func finishLoading(_ entry: UnsafeMutablePointer<Loading>) {
    BtMutex_Lock(_bt_import_mutex_())
    if loadingHead == entry {
        loadingHead = entry.pointee.next
    } else {
        var cursor = loadingHead
        while let current = cursor, current.pointee.next != entry { cursor = current.pointee.next }
        cursor?.pointee.next = entry.pointee.next
    }
    BtMutex_Unlock(&entry.pointee.done)
    drop(entry)
    BtMutex_Unlock(_bt_import_mutex_())
}

/// The innermost import of this thread: its full name and its file, for the init functions that run in it.
func currentLoading() -> (name: String, path: String?)? {
    BtMutex_Lock(_bt_import_mutex_())
    defer { BtMutex_Unlock(_bt_import_mutex_()) }
    return find(where: { $0.thread == thisThread }).map { ($0.pointee.name, $0.pointee.path) }
}

private func find(where matches: (Loading) -> Bool) -> UnsafeMutablePointer<Loading>? {
    var cursor = loadingHead
    while let current = cursor, !matches(current.pointee) { cursor = current.pointee.next }
    return cursor
}

/// Follow "is imported by a thread that waits for": whether it leads back to this thread.
private func wouldDeadlock(on target: UnsafeMutablePointer<Loading>) -> Bool {
    var current = target
    while current.pointee.thread != thisThread {
        var cursor = waitingHead
        while let waiting = cursor, waiting.pointee.thread != current.pointee.thread { cursor = waiting.pointee.next }
        guard let waiting = cursor else { return false }
        current = waiting.pointee.target
    }
    return true
}

private func unlink(_ waiting: UnsafeMutablePointer<Waiting>) {
    if waitingHead == waiting {
        waitingHead = waiting.pointee.next
        return
    }
    var cursor = waitingHead
    while let current = cursor, current.pointee.next != waiting { cursor = current.pointee.next }
    cursor?.pointee.next = waiting.pointee.next
}

private func drop(_ entry: UnsafeMutablePointer<Loading>) {
    entry.pointee.users -= 1
    guard entry.pointee.users == 0 else { return }
    entry.deinitialize(count: 1)
    entry.deallocate()
}
