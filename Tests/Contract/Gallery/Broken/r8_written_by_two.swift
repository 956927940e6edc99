// gallery: R8
// title: memory that is pinned for writing is written by one at a time
// swift: R8 @here "overlapping accesses to 'pin'"
// run: no, because it does not compile
// mend: pin once, and divide the memory between the two
import Baton

func both(_ left: inout WritablePin, _ right: inout WritablePin) {}

func broken(_ frame: borrowing Object, _ lock: inout Attached) throws {
    var pin = try lock.pinForWriting(frame)
    both(&pin, &pin)  // @here
}
