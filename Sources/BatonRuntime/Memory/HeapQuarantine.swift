#if ADDRESS_SANITIZER
    internal import CBaton
    internal import CBaton.Host

    // With the address sanitizer: a freed slot is poisoned, so that a use is reported, and is used again only after many
    // others have been freed, so that a late use is reported too.

    private let quarantineCount = 1 << 14
    // SAFETY: because only attached threads free slots of the shared heap. guarded by: attached
    private nonisolated(unsafe) let quarantined = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(
        capacity: quarantineCount)
    private nonisolated(unsafe) var oldest = -1
    /// How many slots are counted as used although they are free.
    nonisolated(unsafe) private(set) var slotsInQuarantine = 0

    /// Take a freed slot in; the slot that leaves for it, if there is one.
    func quarantine(_ slot: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        if oldest < 0 {
            quarantined.initialize(repeating: nil, count: quarantineCount)
            oldest = 0
        }
        // The link tells the collector that this is no object; the heap writes it again when the slot leaves.
        _bt_slot_link(slot).pointee = UnsafeMutableRawPointer(bitPattern: 1)
        let link = UnsafeMutableRawPointer(_bt_slot_link(slot)!)
        let end = slot + Int(_bt_heap_page(slot).pointee.slot_size)
        let behind = link + MemoryLayout<UnsafeMutableRawPointer>.size
        _bt_memory_poison(slot, link - slot)
        _bt_memory_poison(behind, end - behind)
        let leaving = quarantined[oldest]
        quarantined[oldest] = slot
        oldest = (oldest + 1) % quarantineCount
        if leaving == nil { slotsInQuarantine += 1 }
        return leaving
    }
#endif
