// gallery: correct
// title: A callback from long native work attaches for itself (R5)
// swift: -
// run: no, because only the compiler is asked
import Baton

func correct(_ progress: borrowing Object, _ lock: inout Attached) throws -> Bool {
    try lock.detach {
        for percent in 0..<100 {
            let goesOn = try Runtime.attach { lock in try lock.value(lock.call(progress, percent), as: Bool.self) }
            if !goesOn { return false }
        }
        return true
    }
}
