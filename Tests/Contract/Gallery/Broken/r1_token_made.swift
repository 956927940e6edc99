// gallery: R1
// title: nobody but the runtime says that a thread is attached
// swift: R1 @here "'Attached' initializer is inaccessible due to 'internal' protection level"
// run: no, because it does not compile
// mend: ask for the token: `_ lock: borrowing Attached`
import Baton

func broken() -> Object {
    let lock = Attached(unsafe: ())  // @here
    return lock.none
}
