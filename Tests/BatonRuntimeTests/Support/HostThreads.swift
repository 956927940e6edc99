import BatonRuntime
import Foundation
import TestSupport

/// A reference that several threads of a test use; owned, and left to the process.
struct Shared: @unchecked Sendable {
    // SAFETY: because the threads that use it are attached, and nobody drops the reference.
    let object: Ref
}

/// Run `body` on several threads that the runtime did not make, and wait for all. Detached.
func runThreads(_ count: Int, _ body: @escaping @Sendable (_ index: Int) -> Void) {
    let group = DispatchGroup()
    for index in 0..<count {
        group.enter()
        Thread {
            body(index)
            group.leave()
        }.start()
    }
    group.waitBounded()
}
