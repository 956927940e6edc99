internal import CBaton
internal import CBaton.Host
internal import Glibc

// Memory that holds no objects: the C library's. (Attached and detached callers differ in nothing here.)

@c @implementation public func BtMem_RawMalloc(_ size: Int) -> UnsafeMutableRawPointer! {
    guard size >= 0, allocationMayGoOn() else { return nil }
    return malloc(max(size, 1))
}

@c @implementation public func BtMem_RawCalloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer! {
    guard allocationMayGoOn() else { return nil }
    if count == 0 || size == 0 { return calloc(1, 1) }
    return fits(count, size) ? calloc(count, size) : nil
}

@c @implementation public func BtMem_RawRealloc(
    _ memory: UnsafeMutableRawPointer!, _ size: Int
) -> UnsafeMutableRawPointer! {
    guard size >= 0, allocationMayGoOn() else { return nil }
    return realloc(memory, max(size, 1))
}

@c @implementation public func BtMem_RawFree(_ memory: UnsafeMutableRawPointer!) { free(memory) }

@c @implementation public func BtMem_Malloc(_ size: Int) -> UnsafeMutableRawPointer! { BtMem_RawMalloc(size) }

@c @implementation public func BtMem_Calloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer! {
    BtMem_RawCalloc(count, size)
}

@c @implementation public func BtMem_Realloc(
    _ memory: UnsafeMutableRawPointer!, _ size: Int
) -> UnsafeMutableRawPointer! { BtMem_RawRealloc(memory, size) }

@c @implementation public func BtMem_Free(_ memory: UnsafeMutableRawPointer!) { free(memory) }

/// Sizes come as Int; more than a signed one holds was negative to us.
private func fits(_ count: Int, _ size: Int) -> Bool {
    guard count >= 0, size >= 0 else { return false }
    return !count.multipliedReportingOverflow(by: size).overflow
}
