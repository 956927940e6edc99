// gallery: R5
// title: a closure that outlives the call would use the token when the thread is no longer attached
// swift: R5 @here "escaping closure captures 'inout' parameter 'lock'"
// run: no, because it does not compile
// mend: attach in the closure
import Baton

func later(_ body: @escaping () -> Void) { body() }

func broken(_ lock: inout Attached) {
    later { print(lock.isNone(lock.none)) }  // @here
}
