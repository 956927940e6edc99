// gallery: R1
// title: an object is used where the lock has been put down
// swift: R1 @here "overlapping accesses to 'lock'"
// run: no, because it does not compile
// mend: use the object before or after the detach, and take native values in
import Baton

func broken() throws {
    try Runtime.attach { lock in
        let list = try lock.object([1, 2])
        let count = try lock.detach {  // @here
            try lock.count(of: list)
        }
        print(count)
    }
}
