internal import CBaton
internal import Glibc

// What a heap type owns in C memory.

/// A copy of a text as a C string from BtMem_Malloc; nil: MemoryError is set.
func copyCString(_ text: String) -> UnsafeMutablePointer<CChar>? {
    var text = text
    return text.withUTF8 { bytes -> UnsafeMutablePointer<CChar>? in
        guard let memory = BtMem_Malloc(bytes.count + 1) else { return raiseNoMemory() }
        if let base = bytes.baseAddress { memcpy(memory, base, bytes.count) }
        memory.storeBytes(of: 0, toByteOffset: bytes.count, as: CChar.self)
        return memory.assumingMemoryBound(to: CChar.self)
    }
}

/// A copy of a member table for a heap type, offsets counted from `base` where a member says so; nil: an exception is set.
func copyMembers(
    _ members: UnsafeMutablePointer<BtMemberDef>, relativeTo base: Int
) -> UnsafeMutablePointer<BtMemberDef>? {
    var count = 0
    while members[count].name != nil { count += 1 }
    guard let memory = BtMem_Calloc(count + 1, MemoryLayout<BtMemberDef>.stride) else { return raiseNoMemory() }
    let copy = memory.assumingMemoryBound(to: BtMemberDef.self)
    for index in 0..<count {
        copy[index] = members[index]
        if copy[index].flags & BT_RELATIVE_OFFSET != 0 {
            copy[index].flags &= ~BT_RELATIVE_OFFSET
            copy[index].offset += base
        }
    }
    return copy
}

/// Free the member table of a heap type, which owns its copy.
func freeMembers(_ type: UnsafeMutablePointer<BtHeapTypeObject>) {
    BtMem_Free(type.pointee.ht_type.tp_members)
    type.pointee.ht_type.tp_members = nil
}
