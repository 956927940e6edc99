internal import CBaton
internal import CBaton.Host
internal import Glibc

// Addresses: as the system has them, and as scripts do: ("host", port), ("host", port, flow, scope), "path".

struct SocketAddress {
    private var storage = sockaddr_storage()
    private(set) var length: socklen_t = 0

    var family: CInt { CInt(storage.ss_family) }

    init() {}

    /// Copy one of the system's structs.
    init<Specific>(_ specific: Specific, length: Int = MemoryLayout<Specific>.size) {
        withUnsafeMutableBytes(of: &storage) { target in
            withUnsafeBytes(of: specific) { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<length])) }
        }
        self.length = socklen_t(length)
    }

    init(copying address: UnsafePointer<sockaddr>, _ length: socklen_t) {
        let size = min(Int(length), MemoryLayout<sockaddr_storage>.size)
        withUnsafeMutableBytes(of: &storage) {
            $0.copyMemory(from: UnsafeRawBufferPointer(start: address, count: size))
        }
        self.length = socklen_t(size)
    }

    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafeBytes(of: storage) { bytes in
            // SAFETY: because sockaddr_storage is aligned and large enough for every sockaddr.
            body(bytes.baseAddress!.assumingMemoryBound(to: sockaddr.self), length)
        }
    }

    /// Let a system call write an address. Returns what the call does.
    mutating func fill<Result>(
        _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result
    ) -> Result {
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutableBytes(of: &storage) { bytes in
            // SAFETY: as above.
            body(bytes.baseAddress!.assumingMemoryBound(to: sockaddr.self), &size)
        }
        length = min(size, socklen_t(MemoryLayout<sockaddr_storage>.size))
        return result
    }

    /// The address seen as one of the system's structs.
    func `as`<Specific>(_: Specific.Type) -> Specific {
        withUnsafeBytes(of: storage) { $0.load(as: Specific.self) }
    }

    /// Set the port; the family is AF_INET or AF_INET6, which have it in one place.
    mutating func setPort(_ port: UInt16) {
        withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: port.bigEndian, toByteOffset: 2, as: UInt16.self) }
    }

    /// Set what only AF_INET6 has.
    mutating func setFlow(_ flow: UInt32, scope: UInt32) {
        var address = self.as(sockaddr_in6.self)
        address.sin6_flowinfo = flow.bigEndian
        address.sin6_scope_id = scope
        self = SocketAddress(address)
    }

    /// The bytes of the path of AF_UNIX: to its first 0, or, in the abstract space, which begins with one, all.
    var path: [UInt8] {
        let offset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path)!
        guard Int(length) > offset else { return [] }
        let bytes = withUnsafeBytes(of: storage) { Array($0[offset..<Int(length)]) }
        return bytes[0] == 0 ? bytes : Array(bytes.prefix { $0 != 0 })
    }
}

/// The address that a script gave for a socket; nil with an exception set.
func socketAddress(_ name: StaticString, _ object: Ref, of socket: Ref) -> SocketAddress? {
    let family = socketState(socket).pointee.family
    switch family {
    case AF_UNIX: return unixAddress(object)
    case AF_INET: return internetAddress(name, object)
    case AF_INET6: return internet6Address(name, object)
    default: return raise(BtExc_OSError, "\(name)(): bad family")
    }
}

private func unixAddress(_ object: Ref) -> SocketAddress? {
    let path: [UInt8]?
    if isStr(object) {
        guard let bytes = BtUnicode_EncodeFSDefault(object) else { return nil }
        defer { Bt_DECREF_(bytes) }
        path = withBytes(of: bytes) { Array(UnsafeRawBufferPointer(start: $0, count: $1)) }
    } else {
        path = withBytes(of: object) { Array(UnsafeRawBufferPointer(start: $0, count: $1)) }
    }
    guard let path else { return nil }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path)
    let isAbstract = path.first == 0
    guard isAbstract ? path.count <= room : path.count < room else {
        return raise(BtExc_OSError, "AF_UNIX path too long")
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    let offset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path)!
    return SocketAddress(address, length: offset + path.count + (isAbstract ? 0 : 1))
}

private func internetAddress(_ name: StaticString, _ object: Ref) -> SocketAddress? {
    guard isTuple(object) else {
        return raise(BtExc_TypeError, "\(name)(): AF_INET address must be tuple, not \(typeName(object))")
    }
    guard BtTuple_GET_SIZE_(object) == 2 else {
        return raise(BtExc_TypeError, "AF_INET address must be a pair (host, port)")
    }
    guard let host = hostName(argument(object, 0)), let port = cInt(argument(object, 1)),
        var address = resolve(host, AF_INET)
    else { return nil }
    guard let number = UInt16(exactly: port) else {
        return raise(BtExc_OverflowError, "\(name)(): port must be 0-65535.")
    }
    address.setPort(number)
    return address
}

private func internet6Address(_ name: StaticString, _ object: Ref) -> SocketAddress? {
    guard isTuple(object) else {
        return raise(BtExc_TypeError, "\(name)(): AF_INET6 address must be tuple, not \(typeName(object))")
    }
    let count = BtTuple_GET_SIZE_(object)
    guard 2...4 ~= count else {
        return raise(BtExc_TypeError, "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])")
    }
    guard let host = hostName(argument(object, 0)), let port = cInt(argument(object, 1)),
        let flow = count > 2 ? sizeArgument(argument(object, 2)) : 0,
        let scope = count > 3 ? sizeArgument(argument(object, 3)) : 0, var address = resolve(host, AF_INET6)
    else { return nil }
    guard let number = UInt16(exactly: port) else {
        return raise(BtExc_OverflowError, "\(name)(): port must be 0-65535.")
    }
    guard 0...0xFFFFF ~= flow else {
        return raise(BtExc_OverflowError, "\(name)(): flowinfo must be 0-1048575.")
    }
    address.setPort(number)
    address.setFlow(UInt32(flow), scope: UInt32(truncatingIfNeeded: scope))
    return address
}

/// An address as scripts have it: a tuple, a str, bytes, or None where the system gives none.
func addressObject(_ address: SocketAddress) -> Ref? {
    guard address.length > 0 else { return noneRef }
    switch address.family {
    case AF_INET:
        let fields = address.as(sockaddr_in.self)
        return tuple(
            taking: numericText(AF_INET, fields.sin_addr), makeInt(Int(UInt16(bigEndian: fields.sin_port))))
    case AF_INET6:
        let fields = address.as(sockaddr_in6.self)
        return tuple(
            taking: numericText(AF_INET6, fields.sin6_addr), makeInt(Int(UInt16(bigEndian: fields.sin6_port))),
            makeInt(Int(UInt32(bigEndian: fields.sin6_flowinfo))), makeInt(Int(fields.sin6_scope_id)))
    case AF_UNIX:
        let path = address.path
        return path.withUnsafeBytes { bytes -> Ref? in
            let text = bytes.assumingMemoryBound(to: CChar.self).baseAddress
            return path.first == 0
                ? BtBytes_FromStringAndSize(text, path.count) : BtUnicode_DecodeFSDefaultAndSize(text, path.count)
        }
    default:
        return tuple(
            taking: makeInt(Int(address.family)),
            address.withPointer { pointer, length in
                // SAFETY: because the family stands before the data, and the length counts both.
                let start = UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)
                return BtBytes_FromStringAndSize(start + 2, max(Int(length) - 2, 0))
            })
    }
}

/// The text of the bytes of an internet address.
func numericText<Address>(_ family: CInt, _ address: Address) -> Ref? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
        withUnsafeBytes(of: address) { bytes in
            guard inet_ntop(family, bytes.baseAddress!, buffer.baseAddress!, socklen_t(buffer.count)) != nil else {
                return BtErr_SetFromErrno(BtExc_OSError)
            }
            return BtUnicode_FromString(buffer.baseAddress!)
        }
    }
}
