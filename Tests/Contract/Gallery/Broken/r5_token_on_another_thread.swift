// gallery: R5
// title: a thread attaches for itself
// swift: R5 @here "passing closure as a 'sending' parameter risks causing data races", R5 @here "escaping closure captures 'inout' parameter 'lock'"
// run: no, because it does not compile
// mend: attach in the task
import Baton

func broken(_ lock: inout Attached) {
    Task {  // @here
        print(lock.isNone(lock.none))
    }
}
