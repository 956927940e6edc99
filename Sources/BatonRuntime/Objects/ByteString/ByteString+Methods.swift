internal import CBaton

// The methods that bytes and bytearray have in common, as lines of a method table.

extension ByteString {
    /// Made at start; the parsers inside are kept for ever.
    static func sharedMethods() -> [BtMethodDef] { searching() + splitting() + changing() + classes() + cases() }

    private static func searching() -> [BtMethodDef] {
        [
            fastMethod("find") { ByteString.find($0!, $1, $2, .first) },
            fastMethod("rfind") { ByteString.find($0!, $1, $2, .last) },
            fastMethod("index") { ByteString.index($0!, $1, $2, .first) },
            fastMethod("rindex") { ByteString.index($0!, $1, $2, .last) },
            fastMethod("count") { ByteString.count($0!, $1, $2) },
            fastMethod("startswith") { ByteString.startsOrEndsWith($0!, $1, $2, atEnd: false) },
            fastMethod("endswith") { ByteString.startsOrEndsWith($0!, $1, $2, atEnd: true) },
            method("removeprefix", BT_METH_O) { ByteString.removing($0!, $1!, atEnd: false) },
            method("removesuffix", BT_METH_O) { ByteString.removing($0!, $1!, atEnd: true) },
        ]
    }

    private static func splitting() -> [BtMethodDef] {
        [
            fastKeywordMethod("split") {
                ByteString.split($0!, $1, $2, $3, ByteString.splitParameters, fromEnd: false)
            },
            fastKeywordMethod("rsplit") {
                ByteString.split($0!, $1, $2, $3, ByteString.rsplitParameters, fromEnd: true)
            },
            fastKeywordMethod("splitlines") { object, args, nargs, kwnames in
                ByteString.withArguments(ByteString.splitlinesParameters, args, nargs, kwnames) { slots in
                    let keeps = slots[0].map { BtObject_IsTrue($0) } ?? 0
                    return keeps < 0 ? nil : ByteString.splitLines(object!, keepEnds: keeps != 0)
                }
            },
            method("partition", BT_METH_O) { ByteString.partition($0!, $1!, fromEnd: false) },
            method("rpartition", BT_METH_O) { ByteString.partition($0!, $1!, fromEnd: true) },
            method("join", BT_METH_O) { ByteString.join($0!, $1!) },
        ]
    }

    private static func changing() -> [BtMethodDef] {
        [
            fastMethod("replace") { ByteString.replace($0!, $1, $2) },
            fastMethod("strip") { ByteString.strip($0!, "strip", $1, $2, left: true, right: true) },
            fastMethod("lstrip") { ByteString.strip($0!, "lstrip", $1, $2, left: true, right: false) },
            fastMethod("rstrip") { ByteString.strip($0!, "rstrip", $1, $2, left: false, right: true) },
            fastMethod("ljust") { ByteString.justify($0!, "ljust", $1, $2, .left) },
            fastMethod("rjust") { ByteString.justify($0!, "rjust", $1, $2, .right) },
            fastMethod("center") { ByteString.justify($0!, "center", $1, $2, .center) },
            method("zfill", BT_METH_O) { ByteString.zeroFill($0!, $1!) },
            fastMethod("maketrans", BT_METH_FASTCALL | BT_METH_STATIC) { ByteString.makeTranslation($1, $2) },
            fastKeywordMethod("translate") { object, args, nargs, kwnames in
                ByteString.withArguments(ByteString.translateParameters, args, nargs, kwnames) {
                    ByteString.translate(object!, $0[0]!, deleting: $0[1])
                }
            },
            fastKeywordMethod("expandtabs") { object, args, nargs, kwnames in
                ByteString.withArguments(ByteString.expandtabsParameters, args, nargs, kwnames) {
                    ByteString.int($0[0], absent: 8).flatMap { ByteString.expandTabs(object!, $0) }
                }
            },
            fastKeywordMethod("decode") { object, args, nargs, kwnames in
                ByteString.withArguments(ByteString.decodeParameters, args, nargs, kwnames) {
                    ByteString.decode(object!, $0[0], $0[1])
                }
            },
            fastKeywordMethod("hex") { object, args, nargs, kwnames in
                ByteString.withArguments(ByteString.hexParameters, args, nargs, kwnames) { slots in
                    ByteString.int(slots[1], absent: 1).flatMap { ByteString.hex(object!, slots[0], $0) }
                }
            },
        ]
    }

    private static func classes() -> [BtMethodDef] {
        [
            method("isalnum", BT_METH_NOARGS) { object, _ in
                ByteString.allBytes(object!) { $0.isASCIIAlpha || $0.isASCIIDigit }
            },
            method("isalpha", BT_METH_NOARGS) { object, _ in ByteString.allBytes(object!) { $0.isASCIIAlpha } },
            method("isdigit", BT_METH_NOARGS) { object, _ in ByteString.allBytes(object!) { $0.isASCIIDigit } },
            method("isspace", BT_METH_NOARGS) { object, _ in ByteString.allBytes(object!) { $0.isASCIISpace } },
            method("isascii", BT_METH_NOARGS) { object, _ in
                boolRef(ByteString.withOwnBytes(object!) { $0.allSatisfy { $0 < 0x80 } })
            },
            method("islower", BT_METH_NOARGS) { object, _ in ByteString.allLetters(object!) { $0.isASCIILower } },
            method("isupper", BT_METH_NOARGS) { object, _ in ByteString.allLetters(object!) { $0.isASCIIUpper } },
            method("istitle", BT_METH_NOARGS) { object, _ in ByteString.isTitle(object!) },
        ]
    }

    private static func cases() -> [BtMethodDef] {
        [
            method("lower", BT_METH_NOARGS) { object, _ in
                ByteString.mapBytes(object!) { byte, _, _ in byte.asciiLowered }
            },
            method("upper", BT_METH_NOARGS) { object, _ in
                ByteString.mapBytes(object!) { byte, _, _ in byte.asciiUppered }
            },
            method("swapcase", BT_METH_NOARGS) { object, _ in
                ByteString.mapBytes(object!) { byte, _, _ in byte.isASCIIAlpha ? byte ^ 0x20 : byte }
            },
            method("capitalize", BT_METH_NOARGS) { object, _ in
                ByteString.mapBytes(object!) { byte, isFirst, _ in isFirst ? byte.asciiUppered : byte.asciiLowered }
            },
            method("title", BT_METH_NOARGS) { object, _ in
                ByteString.mapBytes(object!) { byte, _, isInWord in isInWord ? byte.asciiLowered : byte.asciiUppered }
            },
        ]
    }

    private static func split(
        _ self: Ref, _ args: Arguments, _ nargs: Int, _ kwnames: Ref?, _ parameters: MethodParameters, fromEnd: Bool
    ) -> Ref? {
        withArguments(parameters, args, nargs, kwnames) { slots in
            size(slots[1], absent: -1).flatMap { split(self, slots[0], $0, fromEnd: fromEnd) }
        }
    }

    /// Put arguments in order (at most 4 parameters) and run `body`; nil: an exception is set.
    static func withArguments(
        _ parameters: MethodParameters, _ args: Arguments, _ nargs: Int, _ kwnames: Ref?,
        _ body: (UnsafeMutablePointer<Ref?>) -> Ref?
    ) -> Ref? {
        withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 4) { slots in
            slots.initialize(repeating: nil)
            let slots = slots.baseAddress.unsafelyUnwrapped
            return parameters.unpack(args, nargs, kwnames, into: slots) ? body(slots) : nil
        }
    }
}
