internal import CBaton
internal import CBaton.Host
internal import Glibc

// Allocation of objects: slots of one size from pages (heap.h). The fast path takes a slot from the list of the current
// page and is inlined; everything else is one call away.

typealias PageRef = UnsafeMutablePointer<BtHeapPage_>
typealias HeapRef = UnsafeMutablePointer<BtHeap_>

/// The size class of an allocation of up to BT_LARGEST_SLOT bytes.
@inline(__always)
func sizeClass(_ size: Int) -> Int {
    if size <= Int(BT_SMALL_SIZE) { return max((size + 15) >> 4, 2) }
    return middleSizeClass(size)
}

/// Classes above BT_SMALL_SIZE: four a doubling.
private func middleSizeClass(_ size: Int) -> Int {
    let doublings = (Int.bitWidth - 1 - (size - 1).leadingZeroBitCount) - 9
    let quarter = ((size - 1) >> (doublings + 7)) & 3
    return 33 + doublings * 4 + quarter
}

/// Bytes of a slot of a class.
func slotSize(_ sizeClass: Int) -> Int {
    if sizeClass <= 32 { return sizeClass * 16 }
    let (doublings, quarter) = ((sizeClass - 33) / 4, (sizeClass - 33) % 4)
    return (5 + quarter) << (doublings + 7)
}

/// Whether this allocation is one that a test wants to fail.
@inline(__always)
func allocationMayGoOn() -> Bool { _bt_memory_countdown == 0 || countDown() }

@inline(never)
private func countDown() -> Bool {
    if _bt_memory_countdown == 1 {
        _bt_memory_failures += 1
        if _bt_memory_fails_once != 0 { _bt_memory_countdown = 0 }
        return false
    }
    _bt_memory_countdown -= 1
    return true
}

/// The heap of this thread.
@inline(__always)
func currentHeap() -> HeapRef {
    guard let heap = _bt_current_thread().pointee.heap else { return _bt_shared_heap_() }
    return heap.assumingMemoryBound(to: BtHeap_.self)
}

/// Memory for an object; nil: none left, no exception is set.
@inline(__always)
func allocate(_ size: Int, kind: Int) -> UnsafeMutableRawPointer? {
    guard allocationMayGoOn() else { return nil }
    guard size <= Int(BT_SMALL_SIZE) else { return allocateLarger(size, kind) }
    let sizeClass = sizeClass(size)
    let heap = currentHeap()
    let page = _bt_heap_current(heap, kind, sizeClass).pointee!
    guard let slot = page.pointee.free else { return allocateSlow(heap, kind, sizeClass) }
    return take(slot, from: page)
}

/// As `allocate`, of a small size, where the current page has a free slot; nil: nothing has happened.
@inline(__always)
func allocateAtOnce(_ size: Int, kind: Int) -> UnsafeMutableRawPointer? {
    guard _bt_memory_countdown == 0 else { return nil }
    let page = _bt_heap_current(currentHeap(), kind, sizeClass(size)).pointee.unsafelyUnwrapped
    guard let slot = page.pointee.free else { return nil }
    return take(slot, from: page)
}

/// Take the first free slot off a page's list.
@inline(__always)
func take(_ slot: UnsafeMutableRawPointer, from page: PageRef) -> UnsafeMutableRawPointer {
    let link = UInt(bitPattern: _bt_slot_link(slot).pointee)
    page.pointee.free = UnsafeMutableRawPointer(bitPattern: link & ~1)
    page.pointee.used &+= 1
    #if ADDRESS_SANITIZER
        _bt_memory_unpoison(slot, Int(page.pointee.slot_size))
    #endif
    return slot
}

@inline(never)
private func allocateLarger(_ size: Int, _ kind: Int) -> UnsafeMutableRawPointer? {
    let heap = currentHeap()
    if _bt_check.is_on != 0 { return allocateChecked(heap, size, kind) }
    guard size <= Int(BT_LARGEST_SLOT) else { return allocateLarge(heap, size, kind) }
    let sizeClass = sizeClass(size)
    let page = _bt_heap_current(heap, kind, sizeClass).pointee!
    guard let slot = page.pointee.free else { return allocateSlow(heap, kind, sizeClass) }
    return take(slot, from: page)
}

/// The current page has no free slot: use its fresh ones, or another page.
@inline(never)
private func allocateSlow(_ heap: HeapRef, _ kind: Int, _ sizeClass: Int) -> UnsafeMutableRawPointer? {
    if _bt_check.is_on != 0 { return allocateChecked(heap, slotSize(sizeClass), kind) }
    let current = _bt_heap_current(heap, kind, sizeClass)!
    // Before the first allocation the places are empty.
    if let page = current.pointee {
        if kind == Int(BT_KIND_COLLECTED) { Collector.count(made: Int(page.pointee.given)) }
        if addFresh(page) { return take(page.pointee.free, from: page) }
        page.pointee.given = 0
    }
    if let page = _bt_heap_available(heap, kind, sizeClass).pointee {
        unlist(page)
        let slots = (page.pointee.fresh - UInt32(BT_PAGE_HEADER)) / page.pointee.slot_size
        page.pointee.given = slots - min(page.pointee.used, slots)
        current.pointee = page
        page.pointee.generations |= 1
        return take(page.pointee.free, from: page)
    }
    guard let page = makePage(heap, kind, sizeClass) else { return nil }
    current.pointee = page
    page.pointee.generations |= 1
    _ = addFresh(page)
    return take(page.pointee.free, from: page)
}

/// Put some slots that were never used on the page's list: a few at a time, so that memory is touched when it is needed.
func addFresh(_ page: PageRef) -> Bool {
    let size = page.pointee.slot_size
    let left = page.pointee.end &- page.pointee.fresh
    if left == 0 || size == 0 { return false }
    let count = min(max(4096 / size, 1), left / size)
    var list: UnsafeMutableRawPointer?
    var index = count
    while index > 0 {
        index -= 1
        let slot = UnsafeMutableRawPointer(page) + Int(page.pointee.fresh + index * size)
        _bt_slot_link(slot).pointee = tagged(list)
        list = slot
    }
    page.pointee.fresh += count * size
    page.pointee.free = list
    page.pointee.given = count
    return true
}

@inline(__always)
private func tagged(_ link: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    UnsafeMutableRawPointer(bitPattern: UInt(bitPattern: link) | 1)
}

/// Give memory back.
@inline(__always)
func deallocate(_ memory: UnsafeMutableRawPointer) {
    #if ADDRESS_SANITIZER
        if _bt_heap_page(memory)!.pointee.size_class == 0 { return deallocateLarge(memory, _bt_heap_page(memory)!) }
        guard let memory = quarantine(memory) else { return }
    #endif
    let page = _bt_heap_page(memory)!
    if page.pointee.size_class == 0 { return deallocateLarge(memory, page) }
    giveBack(memory, page)
}

/// Put a slot on its page's list.
@inline(__always)
func giveBack(_ memory: UnsafeMutableRawPointer, _ page: PageRef) {
    let isFull = page.pointee.free == nil
    _bt_slot_link(memory).pointee = tagged(page.pointee.free)
    page.pointee.free = memory
    page.pointee.used &-= 1
    if isFull || page.pointee.used == 0 { gainedRoom(page) }
}

@inline(never)
private func deallocateLarge(_ memory: UnsafeMutableRawPointer, _ page: PageRef) {
    if _bt_check.is_on != 0 { return deallocateChecked(memory, page) }
    freeLarge(page)
}

/// A page that had no free slot has one, or has nothing else.
@inline(never)
private func gainedRoom(_ page: PageRef) {
    let heap = page.pointee.heap!
    let (kind, sizeClass) = (Int(page.pointee.kind), listedClass(page))
    if _bt_heap_current(heap, kind, sizeClass).pointee == page { return }
    if page.pointee.used == 0 {
        if page.pointee.is_listed != 0 { unlist(page) }
        retirePage(page)
    } else if page.pointee.is_listed == 0 {
        list(page)
    }
}

/// Of which class's list of pages with free slots it is.
private func listedClass(_ page: PageRef) -> Int { Int(page.pointee.size_class | page.pointee.checked_class) }

func list(_ page: PageRef) {
    let first = _bt_heap_available(page.pointee.heap, Int(page.pointee.kind), listedClass(page))!
    page.pointee.previous_free = nil
    page.pointee.next_free = first.pointee
    first.pointee?.pointee.previous_free = page
    first.pointee = page
    page.pointee.is_listed = 1
}

func unlist(_ page: PageRef) {
    let first = _bt_heap_available(page.pointee.heap, Int(page.pointee.kind), listedClass(page))!
    let (next, previous) = (page.pointee.next_free, page.pointee.previous_free)
    if let previous { previous.pointee.next_free = next } else { first.pointee = next }
    next?.pointee.previous_free = previous
    page.pointee.is_listed = 0
}
