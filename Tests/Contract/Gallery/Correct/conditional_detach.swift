// gallery: correct
// title: R7: short work keeps the lock
// swift: -
// run: no, because only the compiler is asked
import Baton

func correct(_ data: borrowing Object, _ lock: inout Attached) throws -> Int {
    let pin = try lock.pin(data)
    return lock.detach(if: pin.count >= 4096) { pin.withBytes { $0.byteCount } }
}
