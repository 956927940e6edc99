// gallery: R6
// title: a function that was lent the token does not put the lock down behind its caller's back
// swift: R6 @here "cannot use mutating member on immutable value: 'lock' is a 'let' constant"
// run: no, because it does not compile
// mend: take the token as inout
import Baton

func broken(_ lock: borrowing Attached) -> Int {
    lock.detach { 1 }  // @here
}
