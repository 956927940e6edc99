// gallery: R1
// title: what PyO3 cannot see on stable Rust: the token, wrapped as if it could be sent, carried into the block
// swift: R1 @here "'lock' used after consume"
// run: no, because it does not compile
// mend: keep the token where it is
import Baton

struct SendWrapper<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
    let value: Value
}

func broken(_ lock: inout Attached) {  // @here
    let wrapped = SendWrapper(value: lock)
    lock.detach { print(wrapped.value.isNone(wrapped.value.none)) }
}
