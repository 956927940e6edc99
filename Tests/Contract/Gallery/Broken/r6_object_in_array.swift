// gallery: R6
// title: An Array would copy its references without the runtime's counting
// swift: R6 @here "generic struct 'Array' requires that 'Object' conform to 'Copyable'"
// run: no, because it does not compile
// mend: make a list: lock.object([1, 2])
import Baton

func broken(_ lock: borrowing Attached) throws -> Int {
    let objects = [try lock.object(1), try lock.object(2)]  // @here
    return objects.count
}
