internal import CBaton
internal import CBaton.Host
internal import Glibc

// Functions of _socket on the bytes of addresses and of numbers, and on network interfaces.

var internetAddressFunctions: [BtMethodDef] {
    [
        method("htons", BT_METH_O, doc: "A 16-bit int from host to network byte order.") { _, value in
            short("htons", value!)
        },
        method("ntohs", BT_METH_O, doc: "A 16-bit int from network to host byte order.") { _, value in
            short("ntohs", value!)
        },
        method("htonl", BT_METH_O, doc: "A 32-bit int from host to network byte order.") { _, value in long(value!) },
        method("ntohl", BT_METH_O, doc: "A 32-bit int from network to host byte order.") { _, value in long(value!) },
        method("inet_aton", BT_METH_O, doc: "The four bytes of an IP address in dots.") { _, object in
            guard let text = addressText("inet_aton", object!) else { return nil }
            var address = in_addr()
            guard inet_aton(text, &address) != 0 else {
                return raise(BtExc_OSError, "illegal IP address string passed to inet_aton")
            }
            return bytes(of: address, 4)
        },
        method("inet_ntoa", BT_METH_O, doc: "The text of the four bytes of an IP address.") { _, object in
            var address = in_addr()
            guard let count = copyBytes(object!, to: &address) else { return nil }
            guard count == 4 else { return raise(BtExc_OSError, "packed IP wrong length for inet_ntoa") }
            return numericText(AF_INET, address)
        },
        fastMethod("inet_pton", doc: "The bytes of an IP address of a family.") { _, args, nargs in
            guard checkArguments("inet_pton", nargs, 2...2), let family = cInt(args![0]!),
                let text = addressText("inet_pton", args![1]!)
            else { return nil }
            var address = in6_addr()
            let status = inet_pton(family, text, &address)
            if status < 0 { return BtErr_SetFromErrno(BtExc_OSError) }
            guard status > 0 else { return raise(BtExc_OSError, "illegal IP address string passed to inet_pton") }
            return bytes(of: address, family == AF_INET ? 4 : 16)
        },
        fastMethod("inet_ntop", doc: "The text of the bytes of an IP address.") { _, args, nargs in
            guard checkArguments("inet_ntop", nargs, 2...2), let family = cInt(args![0]!) else { return nil }
            guard family == AF_INET || family == AF_INET6 else {
                return raise(BtExc_ValueError, "unknown address family \(family)")
            }
            var address = in6_addr()
            guard let count = copyBytes(args![1]!, to: &address) else { return nil }
            guard count == (family == AF_INET ? 4 : 16) else {
                return raise(BtExc_ValueError, "invalid length of packed IP address string")
            }
            return numericText(family, address)
        },
    ]
}

var interfaceFunctions: [BtMethodDef] {
    [
        method("if_nameindex", BT_METH_NOARGS, doc: "The network interfaces, as pairs of number and name.") { _, _ in
            guard let table = if_nameindex() else { return BtErr_SetFromErrno(BtExc_OSError) }
            defer { if_freenameindex(table) }
            guard let list = BtList_New(0) else { return nil }
            var line = table
            while line.pointee.if_index != 0, let name = line.pointee.if_name {
                let row = tuple(taking: makeInt(Int(line.pointee.if_index)), BtUnicode_DecodeFSDefault(name))
                guard let row, listAppend(list, stealing: row) >= 0 else {
                    Bt_DECREF_(list)
                    return nil
                }
                line += 1
            }
            return list
        },
        method("if_nametoindex", BT_METH_O, doc: "The number of a network interface.") { _, name in
            withPath(name!) { name in
                let index = if_nametoindex(name)
                return index == 0 ? raise(BtExc_OSError, "no interface with this name") : makeInt(Int(index))
            }
        },
        method("if_indextoname", BT_METH_O, doc: "The name of a network interface.") { _, number in
            guard let index = cInt(number!) else { return nil }
            return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(IF_NAMESIZE) + 1) { buffer in
                guard if_indextoname(UInt32(bitPattern: index), buffer.baseAddress!) != nil else {
                    return BtErr_SetFromErrno(BtExc_OSError)
                }
                return BtUnicode_DecodeFSDefault(buffer.baseAddress!)
            }
        },
    ]
}

private func short(_ name: StaticString, _ object: Ref) -> Ref? {
    guard let value = cInt(object) else { return nil }
    if value < 0 {
        return raise(
            BtExc_OverflowError, "\(name): can't convert negative Python int to C 16-bit unsigned integer")
    }
    guard let narrow = UInt16(exactly: value) else {
        return raise(BtExc_OverflowError, "\(name): Python int too large to convert to C 16-bit unsigned integer")
    }
    return makeInt(Int(narrow.bigEndian))
}

private func long(_ object: Ref) -> Ref? {
    guard isInt(object) else {
        return raise(BtExc_TypeError, "expected int, \(typeName(object)) found")
    }
    let value = BtLong_AsUnsignedLong(object)
    if value == UInt.max, errorOccurred() { return nil }
    guard let narrow = UInt32(exactly: value) else {
        return raise(BtExc_OverflowError, "int larger than 32 bits")
    }
    return makeInt(Int(narrow.bigEndian))
}

private func addressText(_ name: StaticString, _ object: Ref) -> String? {
    isStr(object)
        ? swiftString(object) : raise(BtExc_TypeError, "\(name)() argument must be str, not \(typeName(object))")
}

private func bytes<Address>(of address: Address, _ count: Int) -> Ref? {
    withUnsafeBytes(of: address) { bytes in
        BtBytes_FromStringAndSize(bytes.assumingMemoryBound(to: CChar.self).baseAddress!, count)
    }
}

/// Copy as many bytes as fit into an address: how many there are. Nil with an exception set.
private func copyBytes<Address>(_ object: Ref, to address: inout Address) -> Int? {
    withBytes(of: object) { start, count in
        withUnsafeMutableBytes(of: &address) { target in
            target.copyMemory(from: UnsafeRawBufferPointer(start: start, count: min(count, target.count)))
        }
        return count
    }
}
