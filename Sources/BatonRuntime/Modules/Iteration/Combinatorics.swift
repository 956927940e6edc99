internal import CBaton
internal import CBaton.Host
internal import Glibc

// product, permutations, combinations. `first` is the tuple of pools or the pool; `memory` holds the indices of the next
// row, `count` of them; `state` is 0 before the first row and 2 at the end.

extension UnsafeMutablePointer where Pointee == BtRecordObject_ {
    fileprivate var indices: UnsafeMutablePointer<Int> { pointee.memory.assumingMemoryBound(to: Int.self) }
}

/// A record with room for indices, all 0. References are taken over.
private func indexedRecord(_ type: TypeRef, _ pool: Ref, count: Int, room: Int? = nil) -> RecordRef? {
    guard let object = iterationRecord(type, first: pool, count: count) else { return nil }
    guard let memory = BtMem_RawCalloc(max(room ?? count, 1), MemoryLayout<Int>.size) else {
        Bt_DECREF_(object)
        return raiseNoMemory()
    }
    object.record.pointee.memory = memory
    return object.record
}

func makeProduct() -> TypeRef? {
    makeIterationType(
        "itertools.product", doc: "Cartesian product of input iterables.  Equivalent to nested for-loops.",
        new: { productNew($0!, $1!, $2) }, next: { productNext($0!.record) })
}

private func productNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard let keywords = keywordValues(["repeat"], kwargs, "product"),
        let times = keywords[0].map(sizeArgument) ?? 1
    else { return nil }
    guard times >= 0 else { return raise(BtExc_ValueError, "repeat argument cannot be negative") }
    let count = times == 0 ? 0 : BtTuple_GET_SIZE_(args)
    guard let pools = newTuple(count * times) else { return nil }
    for index in 0..<count {
        guard let pool = tupleOf(argument(args, index)) else {
            Bt_DECREF_(pools)
            return nil
        }
        for turn in 1..<max(times, 1) { BtTuple_SET_ITEM_(pools, turn * count + index, newReference(pool)) }
        BtTuple_SET_ITEM_(pools, index, pool)
    }
    guard let record = indexedRecord(type, pools, count: count * times) else { return nil }
    for index in 0..<count * times where BtTuple_GET_SIZE_(BtTuple_GET_ITEM_(pools, index)) == 0 {
        record.pointee.state = 2
    }
    return record.ref
}

private func productNext(_ record: RecordRef) -> Ref? {
    if record.pointee.state == 2 { return nil }
    let pools = record.pointee.first!
    let count = record.pointee.count
    if record.pointee.state == 1 {
        var place = count - 1
        while place >= 0 {
            record.indices[place] += 1
            if record.indices[place] < BtTuple_GET_SIZE_(BtTuple_GET_ITEM_(pools, place)) { break }
            record.indices[place] = 0
            place -= 1
        }
        if place < 0 {
            record.pointee.state = 2
            return nil
        }
    }
    record.pointee.state = 1
    guard let row = newTuple(count) else { return nil }
    for index in 0..<count {
        let item: Ref = BtTuple_GET_ITEM_(BtTuple_GET_ITEM_(pools, index), record.indices[index])
        BtTuple_SET_ITEM_(row, index, newReference(item))
    }
    return row
}

/// The row that the indices name.
private func row(_ record: RecordRef) -> Ref? {
    guard let row = newTuple(record.pointee.count) else { return nil }
    for index in 0..<record.pointee.count {
        let item: Ref = BtTuple_GET_ITEM_(record.pointee.first, record.indices[index])
        BtTuple_SET_ITEM_(row, index, newReference(item))
    }
    return row
}

private let permutationsParameters = MethodParameters("permutations", "iterable", "r", required: 1)
private let combinationsParameters = MethodParameters("combinations", "iterable", "r", required: 2)
private let replacementParameters = MethodParameters("combinations_with_replacement", "iterable", "r", required: 2)

/// The pool and the length of rows. Nil with an exception set.
private func poolAndLength(_ slots: UnsafeMutablePointer<Ref?>) -> (pool: Ref, length: Int)? {
    guard let pool = tupleOf(slots[0]!) else { return nil }
    var length = BtTuple_GET_SIZE_(pool)
    if let given = slots[1], !isNone(given) {
        guard isInt(given), let value = sizeArgument(given) else {
            Bt_DECREF_(pool)
            return errorOccurred() ? nil : raise(BtExc_TypeError, "Expected int as r")
        }
        guard value >= 0 else {
            Bt_DECREF_(pool)
            return raise(BtExc_ValueError, "r must be non-negative")
        }
        length = value
    }
    return (pool, length)
}

/// `memory` holds all indices of the pool in their order, then the cycles, one for each place of the row.
func makePermutations() -> TypeRef? {
    makeIterationType(
        "itertools.permutations", doc: "Return successive r-length permutations of elements in the iterable.",
        new: { type, args, kwargs in
            unpacked(permutationsParameters, args!, kwargs, failed: nil) { slots in
                guard let (pool, length) = poolAndLength(slots) else { return nil }
                let size = BtTuple_GET_SIZE_(pool)
                guard length <= size else { return iterationRecord(type!, first: pool).map(ended) }
                guard let record = indexedRecord(type!, pool, count: length, room: size + length) else { return nil }
                for index in 0..<size { record.indices[index] = index }
                for place in 0..<length { record.indices[size + place] = size - place }
                return record.ref
            }
        }, next: { permutationsNext($0!.record) })
}

private func ended(_ object: Ref) -> Ref {
    object.record.pointee.state = 2
    return object
}

private func permutationsNext(_ record: RecordRef) -> Ref? {
    if record.pointee.state == 2 { return nil }
    let size = BtTuple_GET_SIZE_(record.pointee.first)
    let length = record.pointee.count
    if record.pointee.state == 1 {
        let (indices, cycles) = (record.indices, record.indices + size)
        var place = length - 1
        while place >= 0 {
            cycles[place] -= 1
            if cycles[place] > 0 {
                swap(&indices[place], &indices[size - cycles[place]])
                break
            }
            let first = indices[place]
            memmove(indices + place, indices + place + 1, (size - place - 1) * MemoryLayout<Int>.size)
            indices[size - 1] = first
            cycles[place] = size - place
            place -= 1
        }
        if place < 0 {
            record.pointee.state = 2
            return nil
        }
    }
    record.pointee.state = 1
    return row(record)
}

func makeCombinations() -> TypeRef? {
    makeIterationType(
        "itertools.combinations", doc: "Return successive r-length combinations of elements in the iterable.",
        new: { type, args, kwargs in
            unpacked(combinationsParameters, args!, kwargs, failed: nil) { slots in
                guard let (pool, length) = poolAndLength(slots) else { return nil }
                guard length <= BtTuple_GET_SIZE_(pool) else { return iterationRecord(type!, first: pool).map(ended) }
                guard let record = indexedRecord(type!, pool, count: length) else { return nil }
                for index in 0..<length { record.indices[index] = index }
                return record.ref
            }
        },
        next: { object in
            let record = object!.record
            let size = BtTuple_GET_SIZE_(record.pointee.first)
            return nextCombination(record) { place in
                size - record.pointee.count + place
            } restart: {
                $0 + 1
            }
        })
}

func makeCombinationsWithReplacement() -> TypeRef? {
    makeIterationType(
        "itertools.combinations_with_replacement",
        doc:
            "Return successive r-length combinations of elements in the iterable allowing individual elements to repeat.",
        new: { type, args, kwargs in
            unpacked(replacementParameters, args!, kwargs, failed: nil) { slots in
                guard let (pool, length) = poolAndLength(slots) else { return nil }
                guard length == 0 || BtTuple_GET_SIZE_(pool) > 0 else {
                    return iterationRecord(type!, first: pool).map(ended)
                }
                return indexedRecord(type!, pool, count: length)?.ref
            }
        },
        next: { object in
            let record = object!.record
            let size = BtTuple_GET_SIZE_(record.pointee.first)
            return nextCombination(record) { _ in
                size - 1
            } restart: {
                $0
            }
        })
}

/// Step the last index that is below its largest value, and start those behind it again.
private func nextCombination(_ record: RecordRef, largest: (Int) -> Int, restart: (Int) -> Int) -> Ref? {
    if record.pointee.state == 2 { return nil }
    if record.pointee.state == 1 {
        var place = record.pointee.count - 1
        while place >= 0, record.indices[place] == largest(place) { place -= 1 }
        if place < 0 {
            record.pointee.state = 2
            return nil
        }
        record.indices[place] += 1
        for following in place + 1..<max(record.pointee.count, place + 1) {
            record.indices[following] = restart(record.indices[following - 1])
        }
    }
    record.pointee.state = 1
    return row(record)
}
