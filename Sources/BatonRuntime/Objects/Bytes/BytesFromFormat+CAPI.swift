internal import CBaton
internal import CBaton.Host
internal import Glibc

// The walker behind BtBytes_FromFormat, and the escapes of bytes literals.

@c @implementation
public func _bt_bytes_from_format(_ format: UnsafePointer<CChar>!, _ arguments: OpaquePointer!) -> Ref! {
    guard let format else { return badInternalCall() }
    var walker = BytesFromFormat(format, arguments)
    return walker.run()
}

private struct BytesFromFormat {
    var cursor: UnsafePointer<CChar>
    let arguments: OpaquePointer
    var precision = -1

    init(_ format: UnsafePointer<CChar>, _ arguments: OpaquePointer) {
        cursor = format
        self.arguments = arguments
    }

    mutating func run() -> Ref? {
        var builder = ByteBuilder(capacity: strlen(cursor) + 32)
        while cursor.pointee != 0 {
            guard UInt8(bitPattern: cursor.pointee) == UInt8(ascii: "%") else {
                builder.append(UInt8(bitPattern: cursor.pointee))
                cursor += 1
                continue
            }
            let directive = cursor
            cursor += 1
            skipDigits()
            precision = -1
            if UInt8(bitPattern: cursor.pointee) == UInt8(ascii: ".") {
                cursor += 1
                precision = skipDigits()
            }
            guard let isKnown = convert(into: &builder) else { return nil }
            if !isKnown {
                // What is no directive, and all behind it, stands as it is.
                for byte in UnsafeBufferPointer(start: directive, count: strlen(directive)) {
                    builder.append(UInt8(bitPattern: byte))
                }
                break
            }
        }
        return builder.finish()
    }

    @discardableResult
    private mutating func skipDigits() -> Int {
        var number = 0
        while UInt8(bitPattern: cursor.pointee).isASCIIDigit {
            number = min(number * 10 + Int(UInt8(bitPattern: cursor.pointee) - UInt8(ascii: "0")), Int(CInt.max))
            cursor += 1
        }
        return number
    }

    /// Whether the directive is known; nil: an exception is set.
    private mutating func convert(into builder: inout ByteBuilder) -> Bool? {
        let first = UInt8(bitPattern: cursor.pointee)
        let second = first == 0 ? 0 : UInt8(bitPattern: cursor[1])
        let isSized =
            (first == UInt8(ascii: "l") || first == UInt8(ascii: "z"))
            && (second == UInt8(ascii: "d") || second == UInt8(ascii: "u"))
        cursor += isSized ? 2 : first == 0 ? 0 : 1
        switch isSized ? second : first {
        case UInt8(ascii: "d") where isSized: builder.append(ascii: String(_bt_varargs_long(arguments)))
        case UInt8(ascii: "u") where isSized: builder.append(ascii: String(_bt_varargs_ulong(arguments)))
        case UInt8(ascii: "d"), UInt8(ascii: "i"): builder.append(ascii: String(_bt_varargs_int(arguments)))
        case UInt8(ascii: "u"): builder.append(ascii: String(_bt_varargs_uint(arguments)))
        case UInt8(ascii: "x"): builder.append(ascii: String(_bt_varargs_uint(arguments), radix: 16))
        case UInt8(ascii: "p"):
            builder.append(ascii: "0x" + String(UInt(bitPattern: _bt_varargs_pointer(arguments)), radix: 16))
        case UInt8(ascii: "%"): builder.append(UInt8(ascii: "%"))
        case UInt8(ascii: "c"):
            guard let byte = UInt8(exactly: _bt_varargs_int(arguments)) else {
                return raise(
                    BtExc_OverflowError,
                    "BtBytes_FromFormatV(): %c format expects an integer in range [0; 255]")
            }
            builder.append(byte)
        case UInt8(ascii: "s"):
            guard let text = _bt_varargs_pointer(arguments) else { return badInternalCall() }
            let bytes = text.assumingMemoryBound(to: UInt8.self)
            let chars = text.assumingMemoryBound(to: CChar.self)
            builder.append(bytes, precision >= 0 ? strnlen(chars, precision) : strlen(chars))
        default: return false
        }
        return true
    }
}

@c @implementation
public func BtBytes_DecodeEscape(
    _ text: UnsafePointer<CChar>!, _ size: Int, _ errors: UnsafePointer<CChar>!, _ unicode: Int,
    _ recode_encoding: UnsafePointer<CChar>!
) -> Ref! {
    guard let text, size >= 0 else { return badInternalCall() }
    var builder = ByteBuilder(capacity: size)
    var index = 0
    let byte = { (index: Int) -> UInt8? in index < size ? UInt8(bitPattern: text[index]) : nil }
    while let current = byte(index) {
        index += 1
        guard current == UInt8(ascii: "\\") else {
            builder.append(current)
            continue
        }
        guard let letter = byte(index) else { return raise(BtExc_ValueError, "Trailing \\ in string") }
        index += 1
        if letter == UInt8(ascii: "\n") {
            // The line goes on.
        } else if let plain = simpleEscape(letter) {
            builder.append(plain)
        } else if letter >= UInt8(ascii: "0") && letter <= UInt8(ascii: "7") {
            var value = Int(letter - UInt8(ascii: "0"))
            for _ in 0..<2 {
                guard let digit = byte(index), digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "7") else { break }
                value = value * 8 + Int(digit - UInt8(ascii: "0"))
                index += 1
            }
            builder.append(UInt8(truncatingIfNeeded: value))
        } else if letter == UInt8(ascii: "x") {
            if let high = byte(index)?.hexValue, let low = byte(index + 1)?.hexValue {
                builder.append(high << 4 | low)
                index += 2
                continue
            }
            let backslash = index - 2
            if byte(index)?.hexValue != nil { index += 1 }
            let handler = errors.map { String(cString: $0) } ?? "strict"
            switch handler {
            case "strict":
                return raise(BtExc_ValueError, "invalid \\x escape at position \(backslash)")
            case "replace": builder.append(UInt8(ascii: "?"))
            case "ignore": break
            default:
                return raise(
                    BtExc_ValueError, "decoding error; unknown error handling code: \(handler)")
            }
        } else {
            builder.append(UInt8(ascii: "\\"))
            builder.append(letter)
        }
    }
    return builder.finish()
}
