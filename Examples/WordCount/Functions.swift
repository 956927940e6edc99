import Baton

// What the functions and methods do: pin the data, put the lock down, count, come back.

/// Bytes of data below which the lock is kept: counting them is no longer than an exchange of the lock on a busy machine (R7).
private let releaseMinimum = 8192

func count(_ arguments: borrowing Arguments, _ lock: inout Attached) throws -> Int {
    try arguments.expect(1, of: "count")
    let data = try arguments.pin(0, lock)
    return lock.detach(if: data.count >= releaseMinimum) {
        data.withBytes { bytes in
            var words = 0
            forEachWord(of: bytes) { _ in words += 1 }
            return words
        }
    }
}

func frequencies(_ arguments: borrowing Arguments, _ lock: inout Attached) throws -> [[UInt8]: Int] {
    try arguments.expect(1, of: "frequencies")
    let data = try arguments.pin(0, lock)
    return lock.detach(if: data.count >= releaseMinimum) { tally(of: data).counts }
}

func add(_ counter: borrowing Instance<Tally>, _ arguments: borrowing Arguments, _ lock: inout Attached) throws {
    try arguments.expect(1, of: "add")
    let data = try arguments.pin(0, lock)
    // Counted without the counter's mutex: only the merge needs it.
    let counted = lock.detach(if: data.count >= releaseMinimum) { tally(of: data) }
    if counted.counts.count < 1000 {
        lock.withState(of: counter) { $0.merge(counted) }
    } else {
        lock.detachWithState(of: counter) { $0.merge(counted) }
    }
}

func total(_ counter: borrowing Instance<Tally>, _ arguments: borrowing Arguments, _ lock: inout Attached) throws -> Int
{
    try arguments.expect(0, of: "total")
    return lock.withState(of: counter) { $0.total }
}

func mostCommon(
    _ counter: borrowing Instance<Tally>, _ arguments: borrowing Arguments, _ lock: inout Attached
) throws -> Object {
    try arguments.expect(1, of: "most_common")
    let limit = try arguments.value(0, as: Int.self, lock)
    let words = lock.detachWithState(of: counter) { $0.mostCommon(limit) }
    let list = try lock.object([Int]())
    for (word, count) in words {
        let pair = try lock.object([Int]())
        _ = try lock.call(pair, method: "append", word)
        _ = try lock.call(pair, method: "append", count)
        _ = try lock.call(list, method: "append", pair)
    }
    return list
}

private func tally(of data: borrowing Pin) -> Tally {
    data.withBytes { bytes in
        var tally = Tally()
        forEachWord(of: bytes) { tally.add($0) }
        return tally
    }
}
