// gallery: R6
// title: A second reference is taken by copy(_:), never by assignment
// swift: R6 @here "'list' used after consume"
// run: no, because it does not compile
// mend: take a second reference: lock.copy(list)
import Baton

func broken(_ lock: borrowing Attached) throws {
    let list = try lock.object([1])  // @here
    let second = list
    print(try lock.count(of: list), try lock.count(of: second))
}
