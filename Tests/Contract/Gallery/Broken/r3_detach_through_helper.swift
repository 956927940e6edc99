// gallery: R3
// title: a helper that detaches is called inside a block
// swift: R3 @here "overlapping accesses to 'lock'"
// run: no, because it does not compile
// mend: call the helper outside of the detach
import Baton

func helper(_ lock: inout Attached) -> Int { lock.detach { 1 } }

func broken(_ lock: inout Attached) -> Int {
    lock.detach { helper(&lock) }  // @here
}
