/// One of the ways in which a project's tests are run, each in a process of its own.
struct TestLeg {
    let name: String
    /// What it is about, for people.
    let purpose: String
    /// What `run_tests.py` is told to do.
    let way: String
    /// Options of the program before the script.
    var options: [String] = []
    /// Environment variables of the process.
    var environment: [String] = []

    /// What a run that does not come to an end may mean.
    var deadlock: String {
        way == "held" ? "does a block wait for another thread, which the held lock keeps out?" : "a deadlock?"
    }

    static let all = [
        TestLeg(
            name: "ticks", purpose: "a release every 100 safe points, as before Python 3.2", way: "once",
            options: ["--scheduler", "ticks"]),
        TestLeg(
            name: "interval", purpose: "the lock is asked for after 5 ms, as since Python 3.2", way: "once",
            options: ["--scheduler", "interval"]),
        TestLeg(
            name: "adaptive", purpose: "who used the lock little is let in soon: the default", way: "once",
            options: ["--scheduler", "adaptive"]),
        TestLeg(
            name: "checked", purpose: "breaches of the contract are found while the tests run", way: "once",
            environment: ["BATON_CHECK=fail"]),
        TestLeg(name: "held", purpose: "blocks keep the lock: nothing may depend on a release", way: "held"),
        TestLeg(name: "threads", purpose: "many threads run all tests, again and again", way: "threads"),
        TestLeg(
            name: "threads-ticks", purpose: "the same under the scheduler that switches most", way: "threads",
            options: ["--scheduler", "ticks"]),
        TestLeg(name: "leaks", purpose: "what every run leaves behind", way: "leaks"),
    ]
}
