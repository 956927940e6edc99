// gallery: R3
// title: blocks do not nest
// swift: R3 @here "overlapping accesses to 'lock'"
// run: no, because it does not compile
// mend: one detach is enough: the lock is down until its end
import Baton

func broken(_ lock: inout Attached) {
    lock.detach {  // @here
        lock.detach { print("deeper") }
    }
}
