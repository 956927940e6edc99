import Baton

// What the functions and methods do: pin the data, put the lock down, work, come back.

/// Below this many bytes the lock is kept: the work is over sooner than an exchange of the lock (R7). `baton bench` measures
/// both and advises.
private let releaseMinimum = 4096

private let maximumRadius = 1000

func smooth(_ arguments: borrowing Arguments, _ lock: inout Attached) throws -> [UInt8] {
    try arguments.expect(1...2, of: "smooth")
    let data = try arguments.pin(0, lock)
    let radius = arguments.count > 1 ? try arguments.value(1, as: Int.self, lock) : 2
    guard 0...maximumRadius ~= radius else {
        throw Exception(.valueError, "smooth: radius must be 0 to \(maximumRadius), not \(radius)")
    }
    return lock.detach(if: data.count >= releaseMinimum) {
        data.withBytes { smoothed($0, radius: radius) }
    }
}

func add(_ histogram: borrowing Instance<Counts>, _ arguments: borrowing Arguments, _ lock: inout Attached) throws {
    try arguments.expect(1, of: "add")
    let data = try arguments.pin(0, lock)
    // Counted apart, so that threads that feed one histogram wait for each other only while they add up.
    let counts = lock.detach(if: data.count >= releaseMinimum) {
        data.withBytes { Counts(of: $0) }
    }
    lock.withState(of: histogram) { $0.add(counts) }
}

func count(
    _ histogram: borrowing Instance<Counts>, _ arguments: borrowing Arguments, _ lock: inout Attached
) throws -> Int {
    try arguments.expect(1, of: "count")
    let value = try arguments.value(0, as: Int.self, lock)
    guard let byte = UInt8(exactly: value) else {
        throw Exception(.valueError, "count: value must be 0 to 255, not \(value)")
    }
    return lock.withState(of: histogram) { $0[byte] }
}

func total(
    _ histogram: borrowing Instance<Counts>, _ arguments: borrowing Arguments, _ lock: inout Attached
) throws -> Int {
    try arguments.expect(0, of: "total")
    return lock.withState(of: histogram) { $0.total }
}
