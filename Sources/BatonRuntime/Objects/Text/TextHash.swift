internal import CBaton
internal import CBaton.Host
internal import Glibc

// The hash of text and bytes: two 64-bit halves folded by a multiplication (the construction of wyhash), with secrets
// drawn at start, so that keys from outside cannot be chosen to collide. BATON_HASHSEED fixes them, for runs that are to
// repeat.

/// Draw the secrets. At start, before the first hash.
func drawHashSecrets() {
    let secrets = _bt_hash_secret()!
    if let seed = getenv("BATON_HASHSEED") {
        var state = UInt64(strtoul(seed, nil, 10))
        for index in 0..<3 { secrets[index] = nextSecret(&state) }
    } else {
        for index in 0..<3 { secrets[index] = UInt64.random(in: .min ... .max) }
    }
    // Folding with 0 would forget the other half.
    for index in 0..<3 { secrets[index] |= 1 }
}

/// One step of splitmix64.
private func nextSecret(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
}

@inline(__always)
private func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
}

@inline(__always)
private func word(_ bytes: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
}

@inline(__always)
private func half(_ bytes: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    UInt64(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
}

/// The hash of `count` bytes: never -1, and 0 for none, as in CPython.
package func hashBytes(_ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    if count == 0 { return 0 }
    let secrets = _bt_hash_secret()!
    var seed = secrets[0]
    let low: UInt64
    let high: UInt64
    if count <= 16 {
        if count >= 4 {
            let step = (count >> 3) << 2
            low = half(bytes, 0) << 32 | half(bytes, step)
            high = half(bytes, count - 4) << 32 | half(bytes, count - 4 - step)
        } else {
            let first = UInt64(bytes.load(as: UInt8.self))
            let middle = UInt64(bytes.load(fromByteOffset: count >> 1, as: UInt8.self))
            low = first << 16 | middle << 8 | UInt64(bytes.load(fromByteOffset: count - 1, as: UInt8.self))
            high = 0
        }
    } else {
        var offset = 0
        while count - offset > 16 {
            seed = fold(word(bytes, offset) ^ secrets[1], word(bytes, offset + 8) ^ seed)
            offset += 16
        }
        low = word(bytes, count - 16)
        high = word(bytes, count - 8)
    }
    let hash = fold(secrets[1] ^ UInt64(count), fold(low ^ secrets[1], high ^ seed ^ secrets[2]))
    return hash == UInt64.max ? -2 : Int(truncatingIfNeeded: hash)
}

/// The hash of a str, kept in it.
@inline(__always)
package func hashText(_ text: Ref) -> Int {
    let kept = _bt_text_cached_hash(text)
    if kept != -1 { return kept }
    let view = TextView(text)
    let hash = hashBytes(view.data, view.count * view.kind)
    _bt_text_keep_hash(text, hash)
    return hash
}
