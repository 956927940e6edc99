import ArgumentParser
import BatonRuntime
import CBaton
internal import Glibc

/// One argument of `baton call`, as written on the command line: VALUE, NAME=VALUE or @PATH.
struct CallArgument {
    /// The name of a keyword argument.
    let keyword: String?
    private let text: Substring

    init(_ argument: String) {
        let name = argument.prefix { $0 == "_" || ($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let isName = !name.isEmpty && !name.first!.isNumber
        if isName, name.endIndex < argument.endIndex, argument[name.endIndex] == "=" {
            keyword = String(name)
            text = argument[argument.index(after: name.endIndex)...]
        } else {
            keyword = nil
            text = argument[...]
        }
    }

    /// A new reference to the value; nil with an exception set.
    func value() throws(ArgumentProblem) -> Ref? {
        if text.first == "@" {
            let path = String(text.dropFirst())
            switch readFile(path, limit: Int.max) {
            case .success(let bytes):
                return bytes.withUnsafeBytes {
                    BtBytes_FromStringAndSize($0.bindMemory(to: CChar.self).baseAddress, $0.count)
                }
            case .failure(let error):
                throw ArgumentProblem(description: "\(path): \(error.description)")
            }
        }
        var parser = ValueParser(text)
        return try parser.parse()
    }
}

extension CallArgument {
    /// New references to a tuple of the positional arguments and a dict of the others, nil if there are none; nil with an
    /// exception set.
    ///
    /// - Throws: which argument cannot be read, and why.
    static func values(_ arguments: [String]) throws -> (positional: Ref, keywords: Ref?)? {
        guard let positional = BtList_New(0), let keywords = BtDict_New() else { return nil }
        for (index, text) in arguments.enumerated() {
            let argument = CallArgument(text)
            do {
                guard let value = try argument.value() else { return nil }
                if let keyword = argument.keyword {
                    guard BtDict_SetItemString(keywords, keyword, value) == 0 else { return nil }
                } else {
                    guard BtList_Append(positional, value) == 0 else { return nil }
                }
            } catch {
                throw ValidationError("argument \(index + 1), \(text): \(error.description)")
            }
        }
        guard let tuple = BtList_AsTuple(positional) else { return nil }
        return (tuple, BtDict_Size(keywords) == 0 ? nil : keywords)
    }
}

/// Why an argument cannot be read.
struct ArgumentProblem: Error {
    let description: String
}
