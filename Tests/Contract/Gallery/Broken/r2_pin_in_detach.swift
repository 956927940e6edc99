// gallery: R2
// title: data is pinned inside the block instead of before it
// swift: R2 @here "overlapping accesses to 'lock'"
// run: no, because it does not compile
// mend: pin the data before the detach
import Baton

func broken(_ data: borrowing Object, _ lock: inout Attached) throws -> Int {
    try lock.detach {  // @here
        try lock.pin(data).count
    }
}
