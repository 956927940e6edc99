// gallery: R5
// title: the token does not outlive the attach
// swift: R5 @here "missing reinitialization of inout parameter 'lock' after consume"
// run: no, because it does not compile
// mend: return values or objects, and attach again to use them
import Baton

func broken() throws {
    let kept = try Runtime.attach { lock in lock }  // @here
    print(kept.isNone(kept.none))
}
