internal import CBaton
internal import CBaton.Host
internal import Glibc

// Names of hosts, and what they stand for.

/// A host's name as the system wants it, ending in 0. Nil with an exception set.
func hostName(_ object: Ref, argumentOf function: StaticString? = nil) -> [CChar]? {
    guard isStr(object) || isBytes(object) || BtObject_TypeCheck_(object, BtByteArray_Type_()) != 0 else {
        let words = function.map { "\($0)() argument 1 must be str, bytes or bytearray" }
        return raise(
            BtExc_TypeError, "\(words ?? "str, bytes or bytearray expected"), not \(typeName(object))")
    }
    guard let bytes = isStr(object) ? encodedName(object) : newReference(object) else { return nil }
    defer { Bt_DECREF_(bytes) }
    guard let text = withBytes(of: bytes, { Array(UnsafeRawBufferPointer(start: $0, count: $1)) }) else { return nil }
    guard !text.contains(0) else { return raise(BtExc_TypeError, "host name must not contain null character") }
    return text.map { CChar(bitPattern: $0) } + [0]
}

/// ASCII as it stands, anything else by the codec that makes host names of it.
private func encodedName(_ text: Ref) -> Ref? {
    BtUnicode_IS_ASCII_(text) != 0
        ? encodeASCII(text, nil) : BtUnicode_AsEncodedString(text, cString("idna"), nil)
}

/// The address of a host, with port 0: of all hosts, if the name is empty. Nil with an exception set.
func resolve(_ host: [CChar], _ family: CInt) -> SocketAddress? {
    if host.count == 1 {
        var hints = lookupHints(family: family, type: CInt(SOCK_DGRAM.rawValue), flags: AI_PASSIVE)
        return firstAddress(nil, "0", &hints)
    }
    if let address = numericAddress(host, family) { return address }
    if family == AF_INET, host.elementsEqual("<broadcast>".utf8CString) {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = INADDR_BROADCAST
        return SocketAddress(address)
    }
    var hints = lookupHints(family: family)
    return firstAddress(host, nil, &hints)
}

/// An address that is written in numbers; nil without an exception, if it is not.
private func numericAddress(_ host: [CChar], _ family: CInt) -> SocketAddress? {
    if family == AF_INET {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        return inet_pton(AF_INET, host, &address.sin_addr) == 1 ? SocketAddress(address) : nil
    }
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    return inet_pton(AF_INET6, host, &address.sin6_addr) == 1 ? SocketAddress(address) : nil
}

func lookupHints(family: CInt, type: CInt = 0, proto: CInt = 0, flags: CInt = 0) -> addrinfo {
    var hints = addrinfo()
    (hints.ai_family, hints.ai_socktype, hints.ai_protocol, hints.ai_flags) = (family, type, proto, flags)
    return hints
}

private func firstAddress(_ host: [CChar]?, _ service: String?, _ hints: inout addrinfo) -> SocketAddress? {
    guard let list = lookUp(host, service, &hints) else { return nil }
    defer { freeaddrinfo(list) }
    return SocketAddress(copying: list.pointee.ai_addr, list.pointee.ai_addrlen)
}

/// getaddrinfo, detached: its list, which the caller frees. Nil with an exception set.
func lookUp(_ host: [CChar]?, _ service: String?, _ hints: inout addrinfo) -> UnsafeMutablePointer<addrinfo>? {
    var list: UnsafeMutablePointer<addrinfo>?
    let state = _bt_wait_begin()
    let status: CInt
    if let host {
        status = host.withUnsafeBufferPointer { name in
            withOptionalCString(service) { getaddrinfo(name.baseAddress, $0, &hints, &list) }
        }
    } else {
        status = withOptionalCString(service) { getaddrinfo(nil, $0, &hints, &list) }
    }
    let number = errno
    _bt_wait_end(state)
    guard status == 0 else {
        errno = number
        _ = raiseLookupFailure(status)
        return nil
    }
    return list
}

private func withOptionalCString(_ text: String?, _ body: (UnsafePointer<CChar>?) -> CInt) -> CInt {
    guard let text else { return body(nil) }
    return text.withCString { body($0) }
}

/// Raise socket.gaierror, or what errno says.
func raiseLookupFailure(_ status: CInt) -> Ref? {
    if status == EAI_SYSTEM { return BtErr_SetFromErrno(BtExc_OSError) }
    return raiseNumbered(_bt_network.gaierror, status, String(cString: gai_strerror(status)))
}

/// Raise a subclass of OSError with a number that is none of errno's, and its text.
func raiseNumbered(_ exception: Ref, _ number: CInt, _ text: String) -> Ref? {
    guard let arguments = tuple(taking: makeInt(Int(number)), makeString(text)) else { return nil }
    defer { Bt_DECREF_(arguments) }
    BtErr_SetObject(exception, arguments)
    return nil
}
