// gallery: correct
// title: An object may be kept and handed on without the lock: using it needs a token, dropping it none
// swift: -
// run: no, because only the compiler is asked
import Baton

struct Job: ~Copyable, Sendable {
    let callback: Object
}

func make() throws -> Job {
    try Runtime.attach { lock in Job(callback: try lock.attribute("print", of: lock.import("builtins"))) }
}

func perform(_ job: consuming Job) throws {
    try Runtime.attach { [job = consume job] lock in _ = try lock.call(job.callback, "done") }
}
