internal import CBaton
internal import CBaton.Host

// The heap in checked mode. The places of current pages stay empty, so that every allocation takes the slow path and comes
// here; pages say size class 0, as large objects do, so that every deallocation does. Behind what was asked for a slot
// has a record (host_check.h); a freed slot is used again after many others have been freed.

private let recordSize = MemoryLayout<BtSlotRecord_>.size

/// Memory with a record behind it; nil: no memory.
func allocateChecked(_ heap: HeapRef, _ size: Int, _ kind: Int) -> UnsafeMutableRawPointer? {
    let size = alignUp(max(size, MemoryLayout<BtObject>.size), MemoryLayout<BtSlotRecord_>.alignment)
    guard size <= Int.max - Int(BT_PAGE_SIZE) - recordSize else { return nil }
    guard size + recordSize <= Int(BT_LARGEST_SLOT) else { return allocateLargeChecked(heap, size, kind) }
    let sizeClass = sizeClass(size + recordSize)
    let page: PageRef
    if let available = _bt_heap_available(heap, kind, sizeClass).pointee {
        page = available
    } else {
        guard let made = makePage(heap, kind, sizeClass) else { return nil }
        page = made
        page.pointee.checked_class = page.pointee.size_class
        page.pointee.size_class = 0
        page.pointee.large_size = Int(page.pointee.slot_size) - recordSize
        guard _bt_check_page_made(page) == 0 else { return nil }
        _ = addFresh(page)
        list(page)
    }
    page.pointee.generations |= 1
    let slot = take(page.pointee.free, from: page)
    if page.pointee.free == nil, !addFresh(page) { unlist(page) }
    if kind == Int(BT_KIND_COLLECTED) { Collector.count(made: 1) }
    // No object yet, for the collector.
    _bt_slot_link(slot).pointee = UnsafeMutableRawPointer(bitPattern: 1)
    _bt_check_slot_made(slot, page.pointee.large_size)
    return slot
}

private func allocateLargeChecked(_ heap: HeapRef, _ size: Int, _ kind: Int) -> UnsafeMutableRawPointer? {
    guard let slot = allocateLarge(heap, size + recordSize, kind) else { return nil }
    let page = _bt_heap_page(slot)!
    page.pointee.large_size = size
    guard _bt_check_page_made(page) == 0 else {
        freeLarge(page)
        return nil
    }
    _bt_check_slot_made(slot, size)
    return slot
}

/// Free what allocateChecked gave.
func deallocateChecked(_ memory: UnsafeMutableRawPointer, _ page: PageRef) {
    let isLarge = page.pointee.checked_class == 0
    // The link tells the collector that this is no object; the type's name is read before.
    let leaving = _bt_check_slot_freed(memory, page.pointee.large_size, isLarge ? 1 : 0)
    guard let leaving else { return }
    let itsPage = _bt_heap_page(leaving)!
    guard itsPage.pointee.checked_class != 0 else {
        _bt_check_page_freed(itsPage)
        return freeLarge(itsPage)
    }
    giveBack(leaving, itsPage)
}
