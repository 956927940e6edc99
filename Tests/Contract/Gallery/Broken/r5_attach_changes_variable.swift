// gallery: R5
// title: what an attach finds comes out of it by return; its closure may be on any thread's path
// swift: R5 @here "mutation of captured var 'total' in concurrently-executing code"
// run: no, because it does not compile
// mend: return the value from the closure
import Baton

func broken() throws -> Int {
    var total = 0
    try Runtime.attach { lock in total += try lock.value(lock.object(1), as: Int.self) }  // @here
    return total
}
