internal import CBaton

// Case and classes of ASCII.

extension ByteString {
    /// Whether there are bytes and all are of a class.
    static func allBytes(_ self: Ref, _ isOfClass: (UInt8) -> Bool) -> Ref {
        boolRef(withOwnBytes(self) { $0.count > 0 && $0.allSatisfy(isOfClass) })
    }

    /// Whether there are letters and all are of one case.
    static func allLetters(_ self: Ref, _ isRight: (UInt8) -> Bool) -> Ref {
        boolRef(
            withOwnBytes(self) { span in
                var found = false
                for byte in span where byte.isASCIIAlpha {
                    guard isRight(byte) else { return false }
                    found = true
                }
                return found
            })
    }

    static func isTitle(_ self: Ref) -> Ref {
        boolRef(
            withOwnBytes(self) { span in
                var found = false
                var isInWord = false
                for byte in span {
                    if byte.isASCIIUpper {
                        if isInWord { return false }
                        found = true
                    } else if byte.isASCIILower {
                        if !isInWord { return false }
                        found = true
                    }
                    isInWord = byte.isASCIIAlpha
                }
                return found
            })
    }

    /// Change each byte by what stands before it: `map(byte, isFirst, isInWord)`.
    static func mapBytes(_ self: Ref, _ map: (UInt8, Bool, Bool) -> UInt8) -> Ref? {
        withOwnBytes(self) { span in
            make(like: self, span.count) { target in
                var isInWord = false
                for index in 0..<span.count {
                    target[index] = map(span[index], index == 0, isInWord)
                    isInWord = span[index].isASCIIAlpha
                }
            }
        }
    }
}
