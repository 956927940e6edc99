// gallery: R1
// title: a critical section is of an object, which needs the lock
// swift: R1 @here "overlapping accesses to 'lock'"
// run: no, because it does not compile
// mend: open the section, and detach inside it if need be
import Baton

func broken(_ list: borrowing Object, _ lock: inout Attached) {
    lock.detach {  // @here
        lock.section(on: list) { _ in print("locked") }
    }
}
