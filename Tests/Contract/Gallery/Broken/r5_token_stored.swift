// gallery: R5
// title: the token does not outlive the attach
// swift: R5 @here "missing reinitialization of inout parameter 'lock' after consume"
// run: no, because it does not compile
// mend: hand the token to the functions that need it
import Baton

struct Holder: ~Copyable {
    var lock: Attached
}

func broken() throws -> Holder {
    try Runtime.attach { lock in Holder(lock: lock) }  // @here
}
