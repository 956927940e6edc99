internal import CBaton
internal import CBaton.Host
internal import Glibc

// The memory behind a list's items: a slot of the heap while it is small, as for objects, else the C library's. Which of
// the two is told by the number of places, which every list knows.

/// Rows of more places come from the C library.
private let largestSlotRow = Int(BT_SMALL_SIZE) / MemoryLayout<Ref?>.stride
private let largestRow = Int.max / MemoryLayout<Ref?>.stride

/// Memory for `count` places, at least one; what they hold is not set. Nil: no memory, no exception is set.
@inline(__always)
func allocateRow(_ count: Int) -> Places? {
    guard count <= largestSlotRow else { return allocateLargeRow(count) }
    return allocate(count &* MemoryLayout<Ref?>.stride, kind: Int(BT_KIND_PLAIN))?.assumingMemoryBound(to: Ref?.self)
}

@inline(never)
private func allocateLargeRow(_ count: Int) -> Places? {
    guard count <= largestRow, allocationMayGoOn() else { return nil }
    return malloc(count * MemoryLayout<Ref?>.stride)?.assumingMemoryBound(to: Ref?.self)
}

/// Memory for `count` places that begins with what `row` holds; `row` is given back. Nil: no memory, and `row` as it was.
func resizeRow(_ row: Places, from old: Int, to count: Int) -> Places? {
    if old > largestSlotRow, count > largestSlotRow {
        guard count <= largestRow, allocationMayGoOn() else { return nil }
        return realloc(row, count * MemoryLayout<Ref?>.stride)?.assumingMemoryBound(to: Ref?.self)
    }
    guard let resized = allocateRow(count) else { return nil }
    resized.update(from: row, count: min(old, count))
    freeRow(row, old)
    return resized
}

/// Give the memory of `count` places back.
@inline(__always)
func freeRow(_ row: Places, _ count: Int) {
    if count <= largestSlotRow { deallocate(row) } else { free(row) }
}
