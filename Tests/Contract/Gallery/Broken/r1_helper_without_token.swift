// gallery: R1
// title: a function that uses objects asks for the token
// swift: R1 @here "cannot find 'lock' in scope"
// run: no, because it does not compile
// mend: ask for the token: `_ lock: borrowing Attached`
import Baton

func broken(_ list: borrowing Object) throws -> Int {
    try lock.count(of: list)  // @here
}
