// gallery: R9
// title: an exception is an object: it is made and set while attached
// swift: R9 @here "overlapping accesses to 'lock'"
// run: no, because it does not compile
// mend: throw the exception as a value, or make the object after the detach
import Baton

func broken(_ lock: inout Attached) throws {
    try lock.detach {  // @here
        _ = try Exception(.valueError, "bad").object(lock)
    }
}
