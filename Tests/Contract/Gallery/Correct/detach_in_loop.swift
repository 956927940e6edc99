// gallery: correct
// title: Blocks in a loop, objects between them
// swift: -
// run: no, because only the compiler is asked
import Baton

func correct(_ items: borrowing Object, _ lock: inout Attached) throws -> Int {
    var total = 0
    try lock.forEach(in: items) { item, lock in
        let number = try lock.value(item, as: Int.self)
        total += lock.detach { number * number }
    }
    return total
}
