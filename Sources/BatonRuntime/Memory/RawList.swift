internal import CBaton
internal import CBaton.Host
internal import Glibc

/// A growing row of objects in memory of malloc, for where no object may be made.
///
/// What is given back is wiped: the search for leaked references (CShim/check/leaks.c) takes every address that it finds in
/// memory for a reference, and a row that a collection left behind would hide what nobody holds.
struct RawList {
    private(set) var items: UnsafeMutablePointer<Ref>?
    private(set) var count = 0
    private var room = 0
    /// There was no memory: the list is not whole.
    private(set) var hasFailed = false

    init() { _ = grow() }

    func free() { Self.free(items, count: room) }

    /// Wipe and free a row of malloc.
    static func free(_ items: UnsafeMutablePointer<Ref>?, count: Int) {
        guard let items else { return }
        explicit_bzero(items, count * MemoryLayout<Ref>.stride)
        Glibc.free(items)
    }

    /// False: there is no memory.
    mutating func append(_ object: Ref) -> Bool {
        if hasFailed || (count == room && !grow()) { return false }
        items![count] = object
        count += 1
        return true
    }

    private mutating func grow() -> Bool {
        let larger = max(room * 2, 1024)
        guard let memory = malloc(larger * MemoryLayout<Ref>.stride) else {
            hasFailed = true
            return false
        }
        let grown = memory.assumingMemoryBound(to: Ref.self)
        if let items { grown.update(from: items, count: count) }
        free()
        items = grown
        room = larger
        return true
    }

    /// A new list object of the objects, whose references are handed over. Nil: MemoryError is set.
    mutating func takenAsList() -> Ref? {
        defer { count = 0 }
        if !hasFailed, let list = newList(count) {
            for index in 0..<count { list.list.pointee.ob_item[index] = items![index] }
            return list
        }
        for index in 0..<count { Bt_DECREF_(items![index]) }
        return raiseNoMemory()
    }
}
