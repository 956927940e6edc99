// gallery: R8
// title: the mutex of a state is not held while the interpreter runs, which might come back for it or detach
// swift: R8 @here "overlapping accesses to 'lock'"
// run: no, because it does not compile
// mend: call first, and change the state with the result
import Baton

func broken(_ counter: borrowing Instance<Int>, _ callback: borrowing Object, _ lock: inout Attached) throws {
    try lock.withState(of: counter) { count in  // @here
        count += try lock.value(lock.call(callback), as: Int.self)
    }
}
