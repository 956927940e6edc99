// gallery: R3
// title: there is one token, so that one block ends what it began
// swift: R3 @here "missing reinitialization of inout parameter 'lock' after consume"
// run: no, because it does not compile
// mend: pass the token on by inout or borrowing
import Baton

func broken() throws {
    try Runtime.attach { lock in  // @here
        let second = lock
        print(second.isNone(second.none))
    }
}
