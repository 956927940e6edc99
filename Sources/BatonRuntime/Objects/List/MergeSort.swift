/// A stable merge sort of entries in memory. Runs that ascend (or strictly descend) are found and merged; short ones are
/// first lengthened by binary insertion. At every moment the array holds each entry once, so that a comparison may fail.
struct MergeSort {
    private typealias Entries = UnsafeMutablePointer<SortEntry>

    private let entries: UnsafeMutablePointer<SortEntry>
    private let spare: UnsafeMutablePointer<SortEntry>
    private let order: SortOrder

    /// `spare` has room for half the entries.
    init(_ entries: UnsafeMutablePointer<SortEntry>, spare: UnsafeMutablePointer<SortEntry>, _ order: SortOrder) {
        self.entries = entries
        self.spare = spare
        self.order = order
    }

    /// Sort the first `count` entries; false with an exception set.
    mutating func sort(_ count: Int) -> Bool {
        if count < 2 { return true }
        let shortest = MergeSort.shortestRun(count)
        // Runs on the stack shrink by the rule of `collapse`, so that their number is below 1.5 log2(count).
        return withUnsafeTemporaryAllocation(of: (start: Int, count: Int).self, capacity: 100) { runs in
            var depth = 0
            var start = 0
            while start < count {
                guard var length = findRun(start, count) else { return false }
                if length < shortest {
                    let wanted = min(shortest, count - start)
                    guard insertionSort(start, sorted: length, wanted) else { return false }
                    length = wanted
                }
                runs[depth] = (start, length)
                depth += 1
                start += length
                guard collapse(runs, &depth, all: start == count) else { return false }
            }
            return true
        }
    }

    /// 32...64, chosen such that `count` divided by it is a power of two or a little less.
    private static func shortestRun(_ count: Int) -> Int {
        var (rest, lost) = (count, 0)
        while rest >= 64 {
            lost |= rest & 1
            rest >>= 1
        }
        return rest + lost
    }

    /// The length of the run that begins at `start`; one that descends is turned round.
    private func findRun(_ start: Int, _ end: Int) -> Int? {
        var position = start + 1
        if position == end { return 1 }
        let descends = less(position, position - 1)
        if descends < 0 { return nil }
        position += 1
        while position < end {
            let status = less(position, position - 1)
            if status < 0 { return nil }
            if status != descends { break }
            position += 1
        }
        if descends > 0 { reverseEntries(entries + start, position - start) }
        return position - start
    }

    private func less(_ left: Int, _ right: Int) -> CInt { order.less(entries[left].key, entries[right].key) }

    /// Sort `wanted` entries from `start` on, of which the first `sorted` are in order.
    private func insertionSort(_ start: Int, sorted: Int, _ wanted: Int) -> Bool {
        for next in (start + sorted)..<(start + wanted) {
            let entry = entries[next]
            guard let place = firstAbove(entry.key, in: entries + start, next - start) else { return false }
            var position = next
            while position > start + place {
                entries[position] = entries[position - 1]
                position -= 1
            }
            entries[position] = entry
        }
        return true
    }

    /// The number of sorted entries that are not above `key`; nil with an exception set.
    private func firstAbove(_ key: Ref, in sorted: UnsafeMutablePointer<SortEntry>, _ count: Int) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            let status = order.less(key, sorted[middle].key)
            if status < 0 { return nil }
            if status > 0 { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The number of sorted entries that are below `key`; nil with an exception set.
    private func firstNotBelow(_ key: Ref, in sorted: UnsafeMutablePointer<SortEntry>, _ count: Int) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            let status = order.less(sorted[middle].key, key)
            if status < 0 { return nil }
            if status > 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Merge runs at the top of the stack until each is longer than the two above it together, or until one is left.
    private func collapse(
        _ runs: UnsafeMutableBufferPointer<(start: Int, count: Int)>, _ depth: inout Int, all: Bool
    ) -> Bool {
        while depth > 1 {
            var left = depth - 2
            let crowded =
                (left > 0 && runs[left - 1].count <= runs[left].count + runs[left + 1].count)
                || (left > 1 && runs[left - 2].count <= runs[left - 1].count + runs[left].count)
            guard all || crowded || runs[left].count <= runs[left + 1].count else { return true }
            if left > 0, crowded || all, runs[left - 1].count < runs[left + 1].count { left -= 1 }
            guard merge(runs[left].start, runs[left].count, runs[left + 1].count) else { return false }
            runs[left].count += runs[left + 1].count
            if left + 2 < depth { runs[left + 1] = runs[left + 2] }
            depth -= 1
        }
        return true
    }

    /// Merge two neighbours, after leaving out what is in its place already.
    private func merge(_ start: Int, _ leftCount: Int, _ rightCount: Int) -> Bool {
        let middle = start + leftCount
        guard let skipped = firstAbove(entries[middle].key, in: entries + start, leftCount) else { return false }
        if skipped == leftCount { return true }
        let left = leftCount - skipped
        guard let right = firstNotBelow(entries[middle - 1].key, in: entries + middle, rightCount) else { return false }
        if right == 0 { return true }
        return left <= right
            ? mergeForward(start + skipped, left, right) : mergeBackward(start + skipped, left, right)
    }

    /// The left entries are put aside, and the array is filled from its start.
    private func mergeForward(_ start: Int, _ leftCount: Int, _ rightCount: Int) -> Bool {
        spare.update(from: entries + start, count: leftCount)
        var (left, right, target) = (0, start + leftCount, start)
        let end = right + rightCount
        var succeeded = true
        while left < leftCount, right < end {
            let status = order.less(entries[right].key, spare[left].key)
            if status < 0 {
                succeeded = false
                break
            }
            if status > 0 {
                entries[target] = entries[right]
                right += 1
            } else {
                entries[target] = spare[left]
                left += 1
            }
            target += 1
        }
        (entries + target).update(from: spare + left, count: leftCount - left)
        return succeeded
    }

    /// The right entries are put aside, and the array is filled from its end.
    private func mergeBackward(_ start: Int, _ leftCount: Int, _ rightCount: Int) -> Bool {
        let middle = start + leftCount
        spare.update(from: entries + middle, count: rightCount)
        var (left, right, target) = (middle, rightCount, middle + rightCount)
        var succeeded = true
        while left > start, right > 0 {
            let status = order.less(spare[right - 1].key, entries[left - 1].key)
            if status < 0 {
                succeeded = false
                break
            }
            target -= 1
            if status > 0 {
                left -= 1
                entries[target] = entries[left]
            } else {
                right -= 1
                entries[target] = spare[right]
            }
        }
        (entries + target - right).update(from: spare, count: right)
        return succeeded
    }
}
