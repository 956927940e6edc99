internal import CBaton

// The C face of hexadecimal text, told in baton/unicode_methods.h.

@c @implementation public func _Bt_strhex(_ bytes: UnsafePointer<CChar>!, _ size: Int) -> Ref! {
    _Bt_strhex_with_sep(bytes, size, nil, 0)
}

@c @implementation public func _Bt_strhex_bytes(_ bytes: UnsafePointer<CChar>!, _ size: Int) -> Ref! {
    _Bt_strhex_bytes_with_sep(bytes, size, nil, 0)
}

@c @implementation public func _Bt_strhex_with_sep(
    _ bytes: UnsafePointer<CChar>!, _ size: Int, _ separator: Ref!, _ group: CInt
) -> Ref! {
    guard size >= 0, bytes != nil || size == 0 else { return badInternalCall() }
    if size == 0 { return newText(count: 0, maximum: 0) }
    return withHexDigits(unsignedBytes(bytes), size, separator: separator, group: Int(group)) { digits, count in
        makeText(ascii: digits, count)
    }
}

@c @implementation public func _Bt_strhex_bytes_with_sep(
    _ bytes: UnsafePointer<CChar>!, _ size: Int, _ separator: Ref!, _ group: CInt
) -> Ref! {
    guard size >= 0, bytes != nil || size == 0 else { return badInternalCall() }
    if size == 0 { return BtBytes_FromStringAndSize(nil, 0) }
    return withHexDigits(unsignedBytes(bytes), size, separator: separator, group: Int(group)) { digits, count in
        // SAFETY: because CChar and UInt8 have one layout.
        BtBytes_FromStringAndSize(UnsafeRawPointer(digits).assumingMemoryBound(to: CChar.self), count)
    }
}
