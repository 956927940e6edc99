// gallery: R6
// title: arguments are lent for the length of the call
// swift: R6 @here "'arguments' is borrowed and cannot be consumed"
// run: no, because it does not compile
// mend: keep the objects: arguments.object(0, lock)
import Baton

func broken(_ arguments: borrowing Arguments) -> Arguments {  // @here
    arguments
}
