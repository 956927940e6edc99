// gallery: R1
// title: two tokens at hand would let one be used while the other has been put down
// swift: R1 @here "capture of 'outer' with non-Sendable type", R1 @here "mutable capture of 'inout' parameter 'outer' is not allowed in concurrently-executing code"
// run: no, because it does not compile
// mend: use the one token that is at hand
import Baton

func broken() throws {
    try Runtime.attach { outer in
        try Runtime.attach { inner in
            inner.detach {
                _ = outer.isNone(outer.none)  // @here
            }
        }
    }
}
