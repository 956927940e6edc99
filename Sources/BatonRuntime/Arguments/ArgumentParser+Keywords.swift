internal import CBaton
internal import CBaton.Host
internal import Glibc

// Positional and keyword arguments by a format: BtArg_ParseTupleAndKeywords and its kin.

typealias KeywordList = UnsafePointer<UnsafePointer<CChar>?>

extension ArgumentParser {
    /// What is known of the parameters while the format is walked.
    private struct Parameters {
        var signature: Signature
        /// Number of parameters, and how many of them are positional only.
        var count = 0
        var positionalOnly = 0
        /// Number of required parameters, and of those that may be positional: `Int.max` until "|" and "$" are met.
        var min = Int.max
        var max = Int.max
        /// A required positional-only argument is missing; raised when the limits are known.
        var isMissing = false
    }

    /// Parse; 1, or 0 with an exception set.
    mutating func parse(
        _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ source: KeywordSource, _ keywords: KeywordList,
        _ signature: Signature
    ) -> CInt {
        var parameters = Parameters(signature: signature)
        guard count(keywords, &parameters) else { return 0 }
        let function = { signature.function() }
        if nargs + source.count > parameters.count {
            let kind = nargs == 0 ? "keyword " : ""
            return raiseError(
                BtExc_TypeError,
                "\(function()) takes at most \(parameters.count) \(kind)argument\(parameters.count == 1 ? "" : "s") "
                    + "(\(nargs + source.count) given)")
        }

        var left = source.count
        var index = 0
        while index < parameters.count {
            guard let goesOn = takeMarks(index, nargs, &parameters) else {
                end(releasing: true)
                return 0
            }
            if !goesOn { break }
            if isFormatEnd(format.pointee) {
                return raiseError(
                    BtExc_SystemError,
                    "More keyword list entries (\(parameters.count)) than format specifiers (\(index))")
            }
            if !parameters.isMissing {
                if index < nargs {
                    guard convert(args.unsafelyUnwrapped[index].unsafelyUnwrapped) else {
                        return raiseFailure(index + 1, signature)
                    }
                    index += 1
                    continue
                }
                if left > 0 && index >= parameters.positionalOnly {
                    var value: Ref?
                    guard source.find(keywords[index].unsafelyUnwrapped, &value) >= 0 else {
                        end(releasing: true)
                        return 0
                    }
                    if let value {
                        left -= 1
                        let isConverted = convert(value)
                        Bt_DECREF_(value)
                        guard isConverted else { return raiseFailure(index + 1, signature) }
                        index += 1
                        continue
                    }
                }
                if index < parameters.min {
                    guard index < parameters.positionalOnly else {
                        return raiseError(
                            BtExc_TypeError,
                            "\(function()) missing required argument '\(String(cString: keywords[index]!))' "
                                + "(pos \(index + 1))")
                    }
                    parameters.isMissing = true
                }
                if left == 0 && !parameters.isMissing {
                    end(releasing: false)
                    return 1
                }
            }
            guard skip() else {
                end(releasing: true)
                return 0
            }
            index += 1
        }
        return finish(index, nargs, source, left, keywords, parameters)
    }

    /// Count the keywords; false: SystemError is set.
    private func count(_ keywords: KeywordList, _ parameters: inout Parameters) -> Bool {
        while let name = keywords[parameters.positionalOnly], name.pointee == 0 { parameters.positionalOnly += 1 }
        parameters.count = parameters.positionalOnly
        while let name = keywords[parameters.count] {
            guard name.pointee != 0 else {
                return raise(BtExc_SystemError, "Empty keyword parameter name") ?? false
            }
            parameters.count += 1
        }
        return true
    }

    /// Take "|" and "$" at the format. False: the rest need not be looked at. Nil: an exception is set.
    private mutating func takeMarks(_ index: Int, _ nargs: Int, _ parameters: inout Parameters) -> Bool? {
        if format.pointee == UInt8(ascii: "|") {
            if parameters.min != Int.max { return badMark("Invalid format string (| specified twice)") }
            parameters.min = index
            format += 1
            if parameters.max != Int.max { return badMark("Invalid format string ($ before |)") }
        }
        if format.pointee == UInt8(ascii: "$") {
            if parameters.max != Int.max { return badMark("Invalid format string ($ specified twice)") }
            parameters.max = index
            format += 1
            if parameters.max < parameters.positionalOnly { return badMark("Empty parameter name after $") }
            if parameters.isMissing { return false }
            if parameters.max < nargs {
                let function = parameters.signature.function()
                let max = parameters.max
                let bound = parameters.min == Int.max ? "exactly" : "at most"
                return raise(
                    BtExc_TypeError,
                    max == 0
                        ? "\(function) takes no positional arguments"
                        : "\(function) takes \(bound) \(max) positional argument\(max == 1 ? "" : "s") "
                            + "(\(nargs) given)")
            }
        }
        return true
    }

    private func badMark(_ message: String) -> Bool? { raise(BtExc_SystemError, message) }

    /// Raise for what is missing or too much; 1 if nothing is.
    @inline(never)
    private mutating func finish(
        _ index: Int, _ nargs: Int, _ source: KeywordSource, _ left: Int, _ keywords: KeywordList,
        _ parameters: Parameters
    ) -> CInt {
        let function = parameters.signature.function()
        if parameters.isMissing {
            let limit = min(parameters.positionalOnly, parameters.min)
            let bound = limit < index ? "at least" : "exactly"
            return raiseError(
                BtExc_TypeError,
                "\(function) takes \(bound) \(limit) positional argument\(limit == 1 ? "" : "s") (\(nargs) given)")
        }
        if !isFormatEnd(format.pointee), format.pointee != UInt8(ascii: "|"), format.pointee != UInt8(ascii: "$") {
            return raiseError(
                BtExc_SystemError,
                "more argument specifiers than keyword list entries (remaining format:'\(String(cString: format))')")
        }
        guard left > 0 else {
            end(releasing: false)
            return 1
        }
        for position in stride(from: parameters.positionalOnly, to: nargs, by: 1) {
            var value: Ref?
            let found = source.find(keywords[position]!, &value)
            release(value)
            if found == 0 { continue }
            guard found > 0 else {
                end(releasing: true)
                return 0
            }
            return raiseError(
                BtExc_TypeError,
                "argument for \(function) given by name ('\(String(cString: keywords[position]!))') "
                    + "and position (\(position + 1))")
        }
        end(releasing: true)
        source.raiseUnexpected(
            parameters.signature.function("this function"),
            among: (parameters.positionalOnly..<parameters.count).map { String(cString: keywords[$0]!) })
        return 0
    }
}
