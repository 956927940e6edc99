// gallery: R4
// title: no way out of a block but its end
// swift: R4 @here "unlabeled 'break' is only allowed inside a loop or switch"
// run: no, because it does not compile
// mend: return a value from the closure, and leave the loop after it
import Baton

func broken(_ lock: inout Attached) {
    for number in 0..<10 {
        lock.detach {
            if number == 5 { break }  // @here
        }
    }
}
