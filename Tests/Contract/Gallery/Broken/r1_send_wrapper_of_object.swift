// gallery: R1
// title: an object in a wrapper is still of no use without the token
// swift: R1 @here "overlapping accesses to 'lock'"
// run: no, because it does not compile
// mend: take the text out of the object before the detach
import Baton

struct SendWrapper<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
    let value: Value
}

func broken(_ lock: inout Attached) throws {
    let wrapped = SendWrapper(value: try lock.object("bound"))
    let text = try lock.detach {  // @here
        try lock.description(of: wrapped.value)
    }
    print(text)
}
