// gallery: correct
// title: Many threads read a pinned buffer inside one block
// swift: -
// run: no, because only the compiler is asked
import Baton
import Dispatch
import Synchronization

func correct(_ data: borrowing Object, _ lock: inout Attached) throws -> Int {
    let pin = try lock.pin(data)
    return lock.detach {
        let total = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            let sum = pin.withBytes { $0.byteCount }
            total.withLock { $0 += sum }
        }
        return total.withLock { $0 }
    }
}
