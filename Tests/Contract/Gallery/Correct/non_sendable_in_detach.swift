// gallery: correct
// title: What PyO3 refuses on stable Rust although it is sound: a value that is no other thread's business (Rust's Rc) in a block
// swift: -
// run: no, because only the compiler is asked
import Baton

final class Rc {
    var count = 0
}

func correct(_ lock: inout Attached) -> Int {
    let shared = Rc()
    let made = lock.detach {
        shared.count += 1
        return Rc()
    }
    return shared.count + made.count
}
