// gallery: correct
// title: A helper that stays attached borrows the token; one that detaches takes it for the length of the call
// swift: -
// run: no, because only the compiler is asked
import Baton

func total(_ list: borrowing Object, _ lock: borrowing Attached) throws -> Double {
    try lock.value(list, as: [Double].self).reduce(0, +)
}

func heavy(_ value: Double, _ lock: inout Attached) -> Double {
    lock.detach { (0..<1000).reduce(value) { $0 + Double($1).squareRoot() } }
}

func correct(_ list: borrowing Object, _ lock: inout Attached) throws -> Object {
    let sum = try total(list, lock)
    return try lock.object(heavy(sum, &lock))
}
