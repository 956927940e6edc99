// gallery: R7
// title: a task that waits may go on on another thread; nothing waits while attached
// swift: R7 @here "cannot pass function of type"
// run: no, because it does not compile
// mend: await before or after the attach
import Baton

func pause() async {}

func broken() async throws {
    try Runtime.attach { lock in await pause() }  // @here
}
