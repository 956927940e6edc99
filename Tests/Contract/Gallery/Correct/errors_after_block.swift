// gallery: correct
// title: R9: a code comes out of the block; the exception is raised after it, or thrown through it as a value
// swift: -
// run: no, because only the compiler is asked
import Baton

struct Failed: Error {
    let code: Int
}

func correct(_ lock: inout Attached) throws -> Int {
    let status = lock.detach { -1 }
    guard status == -1 else { throw Exception(.osError, "status \(status)") }
    do {
        return try lock.detach { () throws(Failed) -> Int in throw Failed(code: 7) }
    } catch {
        throw Exception(.runtimeError, "code \(error.code)")
    }
}
