internal import CBaton
internal import CBaton.Host
internal import Glibc

// Pages: where they come from and where they go. Memory of pages is never given back to the system while the process
// lives: a thread that still reads the counts of a dead object finds zeros at worst. Its contents are.

private let pageSize = Int(BT_PAGE_SIZE)
/// Pages are mapped by so many.
private let pagesAtOnce = 16
/// So many pages without objects keep their memory.
private let warmPages = 16

/// Put the empty page in every place, so that the fast path need not ask whether there is one.
func startHeap(_ heap: HeapRef) {
    for kind in 0..<Int(BT_KINDS) {
        for sizeClass in 0..<Int(BT_SIZE_CLASSES) {
            _bt_heap_current(heap, kind, sizeClass).pointee = _bt_empty_page_()
        }
    }
}

/// A page of a class, not in a list of free ones; nil: no memory.
func makePage(_ heap: HeapRef, _ kind: Int, _ sizeClass: Int) -> PageRef? {
    if heap.pointee.spare == nil, !mapPages(heap) { return nil }
    guard let page = heap.pointee.spare else { return nil }
    heap.pointee.spare = page.pointee.next
    heap.pointee.spare_count -= 1
    #if ADDRESS_SANITIZER
        // Its slots were freed.
        _bt_memory_unpoison(page, pageSize)
    #endif
    let size = slotSize(sizeClass)
    let room = (pageSize - Int(BT_PAGE_HEADER)) / size * size
    var head = BtHeapPage_()
    head.slot_size = UInt32(size)
    head.fresh = UInt32(BT_PAGE_HEADER)
    head.end = UInt32(Int(BT_PAGE_HEADER) + room)
    head.size_class = UInt8(sizeClass)
    head.kind = UInt8(kind)
    head.heap = heap
    page.pointee = head
    enlist(page)
    return page
}

/// Take a page without objects out of use.
func retirePage(_ page: PageRef) {
    let heap = page.pointee.heap!
    delist(page)
    if page.pointee.checked_class != 0 { _bt_check_page_freed(page) }
    if heap.pointee.spare_count >= warmPages {
        // The system may have the memory; reads give zeros until it is written again.
        madvise(page, pageSize, MADV_DONTNEED)
    } else {
        page.pointee.free = nil
    }
    page.pointee.next = heap.pointee.spare
    heap.pointee.spare = page
    heap.pointee.spare_count += 1
}

private func mapPages(_ heap: HeapRef) -> Bool {
    let size = pagesAtOnce * pageSize
    // One page more, so that the start can be aligned.
    let memory = mmap(nil, size + pageSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else { return false }
    let start = (UInt(bitPattern: memory) + UInt(pageSize) - 1) & ~UInt(pageSize - 1)
    for index in (0..<pagesAtOnce).reversed() {
        let page = PageRef(bitPattern: start + UInt(index * pageSize))!
        page.pointee.next = heap.pointee.spare
        heap.pointee.spare = page
    }
    heap.pointee.spare_count += pagesAtOnce
    return true
}

private func enlist(_ page: PageRef) {
    let first = _bt_heap_pages(page.pointee.heap, Int(page.pointee.kind))!
    page.pointee.previous = nil
    page.pointee.next = first.pointee
    first.pointee?.pointee.previous = page
    first.pointee = page
}

private func delist(_ page: PageRef) {
    let first = _bt_heap_pages(page.pointee.heap, Int(page.pointee.kind))!
    let (next, previous) = (page.pointee.next, page.pointee.previous)
    if let previous { previous.pointee.next = next } else { first.pointee = next }
    next?.pointee.previous = previous
}

/// An object too large for a page's slots, behind a head of its own; nil: no memory.
func allocateLarge(_ heap: HeapRef, _ size: Int, _ kind: Int) -> UnsafeMutableRawPointer? {
    guard size <= Int.max - 2 * pageSize else { return nil }
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, pageSize, size + Int(BT_PAGE_HEADER)) == 0, let memory else { return nil }
    let page = memory.assumingMemoryBound(to: BtHeapPage_.self)
    var head = BtHeapPage_()
    head.used = 1
    head.kind = UInt8(kind)
    head.generations = 1
    head.heap = heap
    head.large_size = size
    page.initialize(to: head)
    enlist(page)
    if kind == Int(BT_KIND_COLLECTED) { Collector.count(made: 1) }
    let slot = memory + Int(BT_PAGE_HEADER)
    // No object yet, for the collector.
    _bt_slot_link(slot).pointee = UnsafeMutableRawPointer(bitPattern: 1)
    return slot
}

@inline(never)
func freeLarge(_ page: PageRef) {
    delist(page)
    free(page)
}

/// How many bytes may be used of an allocation.
func usableSize(_ memory: UnsafeMutableRawPointer) -> Int {
    let page = _bt_heap_page(memory)!
    return page.pointee.size_class == 0 ? page.pointee.large_size : Int(page.pointee.slot_size)
}

/// How many slots and large objects of a heap are in use.
func liveCount(_ heap: HeapRef) -> Int {
    var count = 0
    for kind in 0..<Int(BT_KINDS) {
        var next = _bt_heap_pages(heap, kind).pointee
        while let page = next {
            count += Int(page.pointee.used)
            next = page.pointee.next
        }
    }
    #if ADDRESS_SANITIZER
        count -= slotsInQuarantine
    #endif
    return count - Int(_bt_check_slots_in_quarantine())
}

/// Visit every object of a page. The body makes and frees none.
@inline(__always)
func forEachObject(in page: PageRef, _ body: (Ref) -> Void) {
    let isLarge = page.pointee.slot_size == 0
    let size = isLarge ? pageSize : Int(page.pointee.slot_size)
    var slot = UnsafeMutableRawPointer(page) + Int(BT_PAGE_HEADER)
    let end = UnsafeMutableRawPointer(page) + (isLarge ? Int(BT_PAGE_HEADER) + 1 : Int(page.pointee.fresh))
    while slot < end {
        if UInt(bitPattern: _bt_slot_link(slot).pointee) & 1 == 0 {
            body(slot.assumingMemoryBound(to: BtObject.self))
        }
        slot += size
    }
}

/// Visit every page of a kind in a heap. The body makes and frees no objects.
@inline(__always)
func forEachPage(in heap: HeapRef, kind: Int, _ body: (PageRef) -> Void) {
    var next = _bt_heap_pages(heap, kind).pointee
    while let page = next {
        next = page.pointee.next
        body(page)
    }
}
