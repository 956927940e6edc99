internal import CBaton
internal import CBaton.Host

// The module `binascii`: bytes as text and back, and checksums.

func makeBinascii() -> Ref? {
    makeNativeModule("binascii", doc: "Conversion between binary data and ASCII", binasciiFunctions) { module in
        add(module, "Error", BtErr_NewException(cString("binascii.Error"), BtExc_ValueError, nil))
            && add(module, "Incomplete", BtErr_NewException(cString("binascii.Incomplete"), nil, nil))
    }
}

private let base64Parameters = MethodParameters("b2a_base64", "data", "newline", required: 1, positional: 1)
private let base64ReadParameters = MethodParameters("a2b_base64", "data", "strict_mode", required: 1, positional: 1)

/// Call `body` with the bytes of a bytes-like object or an ASCII str.
private func withText(_ object: Ref, _ body: (UnsafeBufferPointer<UInt8>) -> Ref?) -> Ref? {
    if isStr(object) {
        guard BtUnicode_IS_ASCII_(object) != 0 else {
            return raise(BtExc_ValueError, "string argument should contain only ASCII characters")
        }
        let view = TextView(object)
        return body(UnsafeBufferPointer(start: view.bytes, count: view.count))
    }
    return withBytes(of: object) { start, count in
        body(UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count))
    } ?? nil
}

private var binasciiFunctions: [BtMethodDef] {
    [
        fastMethod("hexlify") { _, args, nargs in
            guard checkCount("hexlify", nargs, 1...3) else { return nil }
            guard let text = callHex(args, nargs) else { return nil }
            defer { Bt_DECREF_(text) }
            return encodeASCII(text, nil)
        },
        fastMethod("b2a_hex") { _, args, nargs in
            guard checkCount("b2a_hex", nargs, 1...3), let text = callHex(args, nargs) else { return nil }
            defer { Bt_DECREF_(text) }
            return encodeASCII(text, nil)
        },
        method("unhexlify", BT_METH_O) { withText($1!, unhexlify) },
        method("a2b_hex", BT_METH_O) { withText($1!, unhexlify) },
        fastMethod("crc32") { _, args, nargs in
            guard checkCount("crc32", nargs, 1...2), let start = nargs > 1 ? sizeArgument(args![1]!) : 0 else {
                return nil
            }
            return withBytes(of: args![0]!) { bytes, count in
                let data = UnsafeBufferPointer(start: bytes.assumingMemoryBound(to: UInt8.self), count: count)
                return makeInt(Int(checksum(data, UInt32(truncatingIfNeeded: start))))
            } ?? nil
        },
        fastKeywordMethod("b2a_base64") { _, args, nargs, kwnames in
            unpacked(base64Parameters, args, nargs, kwnames) { slots in
                let newline = slots[1].map { BtObject_IsTrue($0) } ?? 1
                if newline < 0 { return nil }
                return withBytes(of: slots[0]!) { bytes, count in
                    base64(
                        UnsafeBufferPointer(start: bytes.assumingMemoryBound(to: UInt8.self), count: count),
                        newline: newline > 0)
                } ?? nil
            }
        },
        fastKeywordMethod("a2b_base64") { _, args, nargs, kwnames in
            unpacked(base64ReadParameters, args, nargs, kwnames) { slots in withText(slots[0]!, fromBase64) }
        },
    ]
}

/// Raise binascii.Error.
private func fail(_ message: String) -> Ref? {
    guard let error = BtImport_ImportModuleAttrString("binascii", "Error") else { return nil }
    defer { Bt_DECREF_(error) }
    return raise(error, message)
}

/// `data.hex(sep, bytes_per_sep)`.
private func callHex(_ args: UnsafePointer<Ref?>?, _ nargs: Int) -> Ref? {
    if isStr(args![0]!) { return raise(BtExc_TypeError, "a bytes-like object is required, not 'str'") }
    guard let copy = BtBytes_FromObject(args![0]) else { return nil }
    defer { Bt_DECREF_(copy) }
    var row: [Ref?] = [copy]
    for index in 1..<max(nargs, 1) { row.append(args![index]) }
    return row.withUnsafeBufferPointer { callMethod(internedName("hex"), $0.baseAddress!, row.count, nil) }
}

private func unhexlify(_ text: UnsafeBufferPointer<UInt8>) -> Ref? {
    guard text.count % 2 == 0 else { return fail("Odd-length string") }
    func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x57
        case 0x41...0x46: byte - 0x37
        default: nil
        }
    }
    var result = ByteBuilder(capacity: text.count / 2)
    for index in stride(from: 0, to: text.count, by: 2) {
        guard let high = digit(text[index]), let low = digit(text[index + 1]) else {
            return fail("Non-hexadecimal digit found")
        }
        result.append(high << 4 | low)
    }
    return result.finish()
}

/// CRC-32 with the polynomial of zip files, bit by bit.
private func checksum(_ data: UnsafeBufferPointer<UInt8>, _ start: UInt32) -> UInt32 {
    var value = ~start
    for byte in data {
        value ^= UInt32(byte)
        for _ in 0..<8 { value = value & 1 != 0 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
}

private let base64Letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

private func base64(_ data: UnsafeBufferPointer<UInt8>, newline: Bool) -> Ref? {
    var result = ByteBuilder(capacity: data.count / 3 * 4 + 5)
    for index in stride(from: 0, to: data.count, by: 3) {
        let count = min(3, data.count - index)
        var group = 0
        for place in 0..<3 { group = group << 8 | (place < count ? Int(data[index + place]) : 0) }
        for place in 0..<4 {
            result.append(place <= count ? base64Letters[group >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
        }
    }
    if newline { result.append(0x0A) }
    return result.finish()
}

private func fromBase64(_ text: UnsafeBufferPointer<UInt8>) -> Ref? {
    var result = ByteBuilder(capacity: text.count / 4 * 3)
    var (group, letters, padding) = (0, 0, 0)
    var data = 0
    for byte in text {
        if byte == UInt8(ascii: "=") {
            padding += 1
            if letters >= 2, letters + padding >= 4 { return result.finish() }
            continue
        }
        guard let value = base64Letters.firstIndex(of: byte) else { continue }
        padding = 0
        data += 1
        group = (group << 6 | value) & 0xFF_FFFF
        letters += 1
        switch letters {
        case 2: result.append(UInt8(truncatingIfNeeded: group >> 4))
        case 3: result.append(UInt8(truncatingIfNeeded: group >> 2))
        case 4:
            result.append(UInt8(truncatingIfNeeded: group))
            letters = 0
        default: break
        }
    }
    guard letters != 0 else { return result.finish() }
    return fail(
        letters == 1
            ? "Invalid base64-encoded string: number of data characters (\(data)) cannot be 1 more than a multiple of 4"
            : "Incorrect padding")
}
