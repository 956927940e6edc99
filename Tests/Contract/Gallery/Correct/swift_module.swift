// gallery: correct
// title: A module written in Swift: a function, and a type with a state of its own
// swift: -
// run: no, because only the compiler is asked
import Baton

let module = Module(
    "sample", "A sample.",
    functions: [Function("double", "double(x, /)\n--\n\nTwice x.") { Native.call($0, $1, $2, double) }],
    types: [counter],
    setUp: { module, lock in try lock.setAttribute("VERSION", of: module, to: "1.0") })

let counter = NativeType<Int>(
    "sample.Counter", "Counter()\n--\n\nCounts.",
    make: { Native.make($0, $1, $2, counter) { _, _ in 0 } }, free: { Native.free($0, counter) },
    methods: [Function("add", "add($self, n, /)\n--\n\nAdd n.") { Native.call($0, $1, $2, counter, add) }])

func double(_ arguments: borrowing Arguments, _ lock: inout Attached) throws -> Int {
    try arguments.expect(1, of: "double")
    return try 2 * arguments.value(0, lock)
}

func add(_ counter: borrowing Instance<Int>, _ arguments: borrowing Arguments, _ lock: inout Attached) throws {
    try arguments.expect(1, of: "add")
    let number = try arguments.value(0, as: Int.self, lock)
    lock.withState(of: counter) { $0 += number }
}

@c(BtInit_sample) public func initialize() -> Reference? { module.initialize() }
