internal import CBaton
internal import CBaton.Host
internal import Glibc

// Functions of _socket that ask for hosts, services and protocols by name and by number.

private let addressParameters = MethodParameters(
    "getaddrinfo", "host", "port", "family", "type", "proto", "flags", required: 2)

var lookupFunctions: [BtMethodDef] {
    [
        fastKeywordMethod("getaddrinfo", doc: "Resolve host and port into a list of address infos.") {
            _, args, nargs, kwnames in
            unpacked(addressParameters, args, nargs, kwnames) { addressInfos($0) }
        },
        fastMethod("getnameinfo", doc: "getnameinfo(address, flags): (host, port) as names.") { _, args, nargs in
            guard checkArguments("getnameinfo", nargs, 2...2), let flags = cInt(args![1]!) else { return nil }
            return nameInfo(args![0]!, flags)
        },
        method("gethostbyname", BT_METH_O, doc: "Return the IP address of a host, as text.") { _, name in
            guard let host = hostName(name!, argumentOf: "gethostbyname"), let address = resolve(host, AF_INET) else {
                return nil
            }
            return numericText(AF_INET, address.as(sockaddr_in.self).sin_addr)
        },
        method("gethostbyname_ex", BT_METH_O, doc: "Return a host's name, its aliases and its IP addresses.") {
            _, name in
            guard let host = hostName(name!, argumentOf: "gethostbyname_ex"), let address = resolve(host, AF_INET)
            else { return nil }
            return hostEntry(address.family) { _bt_host_by_name(host, address.family, $0, $1, $2) }
        },
        method("gethostbyaddr", BT_METH_O, doc: "Return the name, aliases and IP addresses of an address.") {
            _, name in
            guard let host = hostName(name!, argumentOf: "gethostbyaddr"), let address = resolve(host, AF_UNSPEC) else {
                return nil
            }
            return hostEntry(address.family) { entry, buffer, size in
                if address.family == AF_INET6 {
                    return withUnsafeBytes(of: address.as(sockaddr_in6.self).sin6_addr) {
                        _bt_host_by_address($0.baseAddress!, 16, AF_INET6, entry, buffer, size)
                    }
                }
                return withUnsafeBytes(of: address.as(sockaddr_in.self).sin_addr) {
                    _bt_host_by_address($0.baseAddress!, 4, AF_INET, entry, buffer, size)
                }
            }
        },
        fastMethod("getservbyname", doc: "Return the port of a service.") { _, args, nargs in
            guard checkArguments("getservbyname", nargs, 1...2), let name = text(args![0]!),
                let proto = nargs > 1 ? text(args![1]!) : ""
            else { return nil }
            guard let entry = getservbyname(name, proto.isEmpty ? nil : proto) else {
                return raise(BtExc_OSError, "service/proto not found")
            }
            return makeInt(Int(UInt16(bigEndian: UInt16(truncatingIfNeeded: entry.pointee.s_port))))
        },
        fastMethod("getservbyport", doc: "Return the service of a port.") { _, args, nargs in
            guard checkArguments("getservbyport", nargs, 1...2), let port = cInt(args![0]!),
                let proto = nargs > 1 ? text(args![1]!) : ""
            else { return nil }
            guard let number = UInt16(exactly: port) else {
                return raise(BtExc_OverflowError, "getservbyport: port must be 0-65535.")
            }
            guard let entry = getservbyport(CInt(number.bigEndian), proto.isEmpty ? nil : proto) else {
                return raise(BtExc_OSError, "port/proto not found")
            }
            return BtUnicode_FromString(entry.pointee.s_name)
        },
        method("getprotobyname", BT_METH_O, doc: "Return the number of a protocol.") { _, name in
            guard let name = text(name!) else { return nil }
            guard let entry = getprotobyname(name) else { return raise(BtExc_OSError, "protocol not found") }
            return makeInt(Int(entry.pointee.p_proto))
        },
    ]
}

private func text(_ object: Ref) -> String? {
    isStr(object)
        ? swiftString(object) : raise(BtExc_TypeError, "argument must be str, not \(typeName(object))")
}

private func addressInfos(_ slots: UnsafeMutablePointer<Ref?>) -> Ref? {
    var host: [CChar]?
    if !isNone(slots[0]!) {
        guard isStr(slots[0]!) || isBytes(slots[0]!) else {
            return raise(BtExc_TypeError, "getaddrinfo() argument 1 must be string or None")
        }
        guard let name = hostName(slots[0]!) else { return nil }
        host = name
    }
    guard let service = serviceText(slots[1]!), let family = slots[2].map(cInt) ?? 0,
        let type = slots[3].map(cInt) ?? 0, let proto = slots[4].map(cInt) ?? 0, let flags = slots[5].map(cInt) ?? 0
    else { return nil }
    var hints = lookupHints(family: family, type: type, proto: proto, flags: flags)
    guard let list = lookUp(host, service, &hints) else { return nil }
    defer { freeaddrinfo(list) }
    guard let result = BtList_New(0) else { return nil }
    var line: UnsafeMutablePointer<addrinfo>? = list
    while let info = line?.pointee {
        line = info.ai_next
        let row = tuple(
            taking: makeInt(Int(info.ai_family)), makeInt(Int(info.ai_socktype)), makeInt(Int(info.ai_protocol)),
            BtUnicode_FromString(info.ai_canonname ?? UnsafeMutablePointer(mutating: cString(""))),
            addressObject(SocketAddress(copying: info.ai_addr, info.ai_addrlen)))
        guard let row, listAppend(result, stealing: row) >= 0 else {
            Bt_DECREF_(result)
            return nil
        }
    }
    return result
}

/// A port as the text of a service: `.some(nil)` for None. Nil with an exception set.
private func serviceText(_ object: Ref) -> String?? {
    if isNone(object) { return .some(nil) }
    if isInt(object) {
        guard let port = sizeArgument(object) else { return nil }
        return String(port)
    }
    if isStr(object) { return swiftString(object) }
    guard isBytes(object) else { return raise(BtExc_OSError, "Int or String expected") }
    return withBytes(of: object) { String(decoding: UnsafeRawBufferPointer(start: $0, count: $1), as: UTF8.self) }
}

private func nameInfo(_ object: Ref, _ flags: CInt) -> Ref? {
    guard isTuple(object) else {
        return raise(BtExc_TypeError, "getnameinfo() argument 1 must be a tuple")
    }
    let count = BtTuple_GET_SIZE_(object)
    guard 2...4 ~= count else { return raise(BtExc_TypeError, "getnameinfo(): illegal sockaddr argument") }
    guard let host = hostName(argument(object, 0)), let port = cInt(argument(object, 1)),
        let flow = count > 2 ? sizeArgument(argument(object, 2)) : 0,
        let scope = count > 3 ? sizeArgument(argument(object, 3)) : 0
    else { return nil }
    guard 0...0xFFFFF ~= flow else {
        return raise(BtExc_OverflowError, "getnameinfo(): flowinfo must be 0-1048575.")
    }
    var hints = lookupHints(family: AF_UNSPEC, type: CInt(SOCK_DGRAM.rawValue), flags: AI_NUMERICHOST)
    guard let list = lookUp(host, String(port), &hints) else { return nil }
    var address = SocketAddress(copying: list.pointee.ai_addr, list.pointee.ai_addrlen)
    let isAmbiguous = list.pointee.ai_next != nil
    freeaddrinfo(list)
    if isAmbiguous { return raise(BtExc_OSError, "sockaddr resolved to multiple addresses") }
    if address.family == AF_INET6 {
        address.setFlow(UInt32(flow), scope: UInt32(truncatingIfNeeded: scope))
    } else if count != 2 {
        return raise(BtExc_OSError, "IPv4 sockaddr must be 2 tuple")
    }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(NI_MAXHOST + NI_MAXSERV)) { buffer in
        let (name, service) = (buffer.baseAddress!, buffer.baseAddress! + Int(NI_MAXHOST))
        let state = _bt_wait_begin()
        let status = address.withPointer {
            getnameinfo($0, $1, name, socklen_t(NI_MAXHOST), service, socklen_t(NI_MAXSERV), flags)
        }
        let number = errno
        _bt_wait_end(state)
        guard status == 0 else {
            errno = number
            return raiseLookupFailure(status)
        }
        return tuple(taking: BtUnicode_DecodeFSDefault(name), BtUnicode_FromString(service))
    }
}

/// (name, aliases, addresses) of an entry of the hosts table. `ask` is made detached: 0, or the number of the failure.
private func hostEntry(
    _ family: CInt, _ ask: (UnsafeMutablePointer<hostent>, UnsafeMutablePointer<CChar>, Int) -> CInt
) -> Ref? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16384) { buffer in
        var entry = hostent()
        let state = _bt_wait_begin()
        let number = ask(&entry, buffer.baseAddress!, buffer.count)
        _bt_wait_end(state)
        guard number == 0 else {
            return raiseNumbered(_bt_network.herror, number, String(cString: hstrerror(number)))
        }
        guard let aliases = BtList_New(0), let addresses = BtList_New(0) else { return nil }
        var alias = entry.h_aliases
        while let name = alias?.pointee {
            alias! += 1
            guard let item = BtUnicode_DecodeFSDefault(name), listAppend(aliases, stealing: item) >= 0 else {
                return nil
            }
        }
        var line = entry.h_addr_list
        while let bytes = line?.pointee {
            line! += 1
            let item =
                family == AF_INET6
                ? UnsafeRawPointer(bytes).withMemoryRebound(to: in6_addr.self, capacity: 1) {
                    numericText(AF_INET6, $0.pointee)
                }
                : UnsafeRawPointer(bytes).withMemoryRebound(to: in_addr.self, capacity: 1) {
                    numericText(AF_INET, $0.pointee)
                }
            guard let item, listAppend(addresses, stealing: item) >= 0 else { return nil }
        }
        return tuple(taking: BtUnicode_DecodeFSDefault(entry.h_name), aliases, addresses)
    }
}
