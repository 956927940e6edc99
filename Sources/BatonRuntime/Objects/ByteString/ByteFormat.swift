internal import CBaton
internal import Glibc

/// The `%` operator of bytes and bytearray.
///
/// Numbers are formatted by str's operator, from a specifier of the same flags; this file does the bytes.
struct ByteFormat {
    private let format: ByteSpan
    private let arguments: Ref
    private var index = 0
    private var argumentIndex = 0
    private let isTupleOfArguments: Bool

    /// One directive between "%" and its letter.
    private struct Directive {
        var flags: [UInt8] = []
        var width = -1
        var precision = -1
        var value: Ref?

        var isLeft: Bool { flags.contains(UInt8(ascii: "-")) }
    }

    static func format(_ self: Ref, _ arguments: Ref) -> Ref? {
        // Formatting runs code: the format of a bytearray is pinned.
        Buffer.withBytes(of: self) { span in
            var walker = ByteFormat(format: span, arguments: arguments)
            var builder = ByteBuilder(capacity: span.count + 32)
            guard walker.run(into: &builder) else { return nil }
            return builder.finish(like: self)
        }
    }

    private init(format: ByteSpan, arguments: Ref) {
        self.format = format
        self.arguments = arguments
        isTupleOfArguments = isTuple(arguments)
    }

    private var isMapping: Bool {
        BtMapping_Check(arguments) != 0 && !isTuple(arguments) && !isBytes(arguments)
            && !ByteString.isByteArray(arguments) && !isStr(arguments)
    }

    private mutating func run(into builder: inout ByteBuilder) -> Bool {
        var usedMapping = false
        while index < format.count {
            let rest = format.part(index, format.count)
            let percent = memchr(rest.address, CInt(UInt8(ascii: "%")), rest.count)
            let plain = percent.map { UnsafeRawPointer($0) - UnsafeRawPointer(rest.address) } ?? rest.count
            builder.append(rest.part(0, plain))
            index += plain
            guard percent != nil else { break }
            index += 1
            guard directive(into: &builder, &usedMapping) else { return false }
        }
        let given = isTupleOfArguments ? BtTuple_GET_SIZE_(arguments) : 1
        if argumentIndex < given && !usedMapping && !(isMapping && argumentIndex == 0) {
            return raise(BtExc_TypeError, "not all arguments converted during bytes formatting") ?? false
        }
        return true
    }

    private mutating func directive(into builder: inout ByteBuilder, _ usedMapping: inout Bool) -> Bool {
        var directive = Directive()
        defer { release(directive.value) }
        if peek() == UInt8(ascii: "(") {
            guard let value = mapped() else { return false }
            directive.value = value
            usedMapping = true
        }
        while let flag = peek(), [0x2D, 0x2B, 0x20, 0x23, 0x30].contains(flag) {
            directive.flags.append(flag)
            index += 1
        }
        guard size(&directive.width, canBeNegative: &directive.flags, "width") else { return false }
        if peek() == UInt8(ascii: ".") {
            index += 1
            directive.precision = 0
            var ignored: [UInt8] = []
            guard size(&directive.precision, canBeNegative: &ignored, "prec") else { return false }
            directive.precision = max(directive.precision, 0)
        }
        while let modifier = peek(), [0x68, 0x6C, 0x4C].contains(modifier) { index += 1 }
        guard let letter = peek() else { return raise(BtExc_ValueError, "incomplete format") ?? false }
        index += 1
        if letter == UInt8(ascii: "%") {
            builder.append(letter)
            return true
        }
        if directive.value == nil {
            guard let value = nextArgument() else { return false }
            directive.value = value
        }
        return convert(letter, directive, into: &builder)
    }

    private func peek() -> UInt8? { index < format.count ? format[index] : nil }

    /// A number or "*".
    private mutating func size(_ size: inout Int, canBeNegative flags: inout [UInt8], _ what: String) -> Bool {
        if peek() == UInt8(ascii: "*") {
            index += 1
            guard let value = nextArgument() else { return false }
            defer { Bt_DECREF_(value) }
            guard isInt(value) else { return raise(BtExc_TypeError, "* wants int") ?? false }
            let number = what == "width" ? BtLong_AsSsize_t(value) : Int(BtLong_AsInt(value))
            if number == -1 && errorOccurred() { return false }
            if number < 0 { flags.append(UInt8(ascii: "-")) }
            size = number < 0 && what == "width" ? -number : number
            return true
        }
        while let digit = peek(), digit.isASCIIDigit {
            let (product, overflow) = max(size, 0).multipliedReportingOverflow(by: 10)
            guard !overflow, product < Int(CInt.max) else { return raise(BtExc_ValueError, "\(what) too big") ?? false }
            size = product + Int(digit - UInt8(ascii: "0"))
            index += 1
        }
        return true
    }

    /// The value of "(key)".
    private mutating func mapped() -> Ref? {
        guard isMapping else { return raise(BtExc_TypeError, "format requires a mapping") }
        index += 1
        let start = index
        var level = 1
        while level > 0 {
            guard let byte = peek() else { return raise(BtExc_ValueError, "incomplete format key") }
            if byte == UInt8(ascii: "(") { level += 1 }
            if byte == UInt8(ascii: ")") { level -= 1 }
            index += 1
        }
        guard let key = Bytes.make(copying: format.part(start, index - 1)) else { return nil }
        defer { Bt_DECREF_(key) }
        return BtObject_GetItem(arguments, key)
    }

    private mutating func nextArgument() -> Ref? {
        let given = isTupleOfArguments ? BtTuple_GET_SIZE_(arguments) : 1
        guard argumentIndex < given else {
            return raise(BtExc_TypeError, "not enough arguments for format string")
        }
        defer { argumentIndex += 1 }
        return newReference(isTupleOfArguments ? BtTuple_GET_ITEM_(arguments, argumentIndex) : arguments)
    }

    // MARK: Conversions

    private func convert(_ letter: UInt8, _ directive: Directive, into builder: inout ByteBuilder) -> Bool {
        let value = directive.value!
        switch letter {
        case UInt8(ascii: "b"), UInt8(ascii: "s"):
            guard let bytes = bytes(of: value) else { return false }
            defer { Bt_DECREF_(bytes) }
            pad(Bytes.span(bytes), directive, into: &builder)
        case UInt8(ascii: "a"), UInt8(ascii: "r"):
            guard let text = BtObject_ASCII(value) else { return false }
            defer { Bt_DECREF_(text) }
            pad(ascii(text), directive, into: &builder)
        case UInt8(ascii: "c"):
            guard var byte = character(value) else { return false }
            var one = directive
            one.precision = -1
            pad(ByteSpan(start: &byte, count: 1), one, into: &builder)
        case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"), UInt8(ascii: "o"), UInt8(ascii: "x"),
            UInt8(ascii: "X"), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "f"), UInt8(ascii: "F"),
            UInt8(ascii: "g"), UInt8(ascii: "G"):
            guard let text = number(letter, directive) else { return false }
            defer { Bt_DECREF_(text) }
            builder.append(ascii(text))
        default:
            return raise(
                BtExc_ValueError,
                "unsupported format character '\(Character(Unicode.Scalar(letter)))' "
                    + "(0x\(String(letter, radix: 16))) at index \(index - 1)") ?? false
        }
        return true
    }

    private func ascii(_ text: Ref) -> ByteSpan {
        // SAFETY: because an ASCII str keeps a byte a character.
        ByteSpan(
            start: BtUnicode_DATA_(text)!.assumingMemoryBound(to: UInt8.self), count: BtUnicode_GET_LENGTH_(text))
    }

    private func pad(_ span: ByteSpan, _ directive: Directive, into builder: inout ByteBuilder) {
        let shown = directive.precision >= 0 ? span.part(0, min(span.count, directive.precision)) : span
        let padding = max(0, directive.width - shown.count)
        if !directive.isLeft { builder.append(repeating: UInt8(ascii: " "), padding) }
        builder.append(shown)
        if directive.isLeft { builder.append(repeating: UInt8(ascii: " "), padding) }
    }

    private func bytes(of value: Ref) -> Ref? {
        if isBytes(value) { return newReference(value) }
        if ByteString.isByteArray(value) {
            return locked(value) { Bytes.make(copying: ByteArray.span(value)) }
        }
        if let result = ByteString.callBytesMethod(value) { return result.object }
        guard Buffer.isSupported(by: value) else {
            return raise(
                BtExc_TypeError,
                "%b requires a bytes-like object, or an object that implements __bytes__, not '\(typeName(value))'")
        }
        return ByteString.copyBuffer(of: value) { size, fill in Bytes.make(size, fill: fill) }
    }

    private func character(_ value: Ref) -> UInt8? {
        if isBytes(value) || ByteString.isByteArray(value) {
            let span = isBytes(value) ? Bytes.span(value) : ByteArray.span(value)
            if span.count == 1 { return span[0] }
        } else if BtIndex_Check(value) != 0 {
            var overflow: CInt = 0
            let number = BtLong_AsLongAndOverflow(value, &overflow)
            if number == -1 && overflow == 0 && errorOccurred() { return nil }
            guard overflow == 0, let byte = UInt8(exactly: number) else {
                return raise(BtExc_OverflowError, "%c arg not in range(256)")
            }
            return byte
        }
        return raise(BtExc_TypeError, "%c requires an integer in range(256) or a single byte")
    }

    /// A number by str's operator: an ASCII str.
    private func number(_ letter: UInt8, _ directive: Directive) -> Ref? {
        var specifier = "%"
        for flag in directive.flags { specifier.unicodeScalars.append(Unicode.Scalar(flag)) }
        if directive.width >= 0 { specifier += String(directive.width) }
        if directive.precision >= 0 { specifier += ".\(directive.precision)" }
        specifier.unicodeScalars.append(Unicode.Scalar(letter))
        guard let format = makeString(specifier) else { return nil }
        defer { Bt_DECREF_(format) }
        let arguments = withUnsafePointer(to: directive.value) { BtTuple_FromArray($0, 1) }
        guard let arguments else { return nil }
        defer { Bt_DECREF_(arguments) }
        return BtUnicode_Format(format, arguments)
    }
}
