import BatonRuntime
import CBaton

/// What an extension may be called: its name is a module's, a file's, and a part of a function's.
enum ProjectName {
    /// - Throws: why the name is none.
    static func check(_ name: String) throws {
        let isIdentifier = name.utf8.allSatisfy { $0 == UInt8(ascii: "_") || isLetter($0) || isDigit($0) }
        guard isIdentifier, let first = name.utf8.first, !isDigit(first) else {
            throw Failure(
                "'\(name)' is no name of a module: it has letters from a to z, digits and _, and begins with no digit")
        }
        for (language, words) in keywords where words.contains(name) {
            throw Failure("'\(name)' is a keyword of \(language)")
        }
        guard name != "Baton", name != "Swift" else { throw Failure("'\(name)' is a module of Swift's") }
        if let place = try builtInModule(name) {
            throw Failure("'\(name)' is a module that Baton has already (\(place)): import would find that one")
        }
    }

    /// Where Baton's own module of this name is; nil if there is none.
    private static func builtInModule(_ name: String) throws -> String? {
        try RuntimeSession.run {
            let names = try Extension.attribute("sys", "builtin_module_names")
            defer { release(names) }
            guard let text = makeString(name) else { throw Extension.takeException() }
            defer { release(text) }
            if BtSequence_Contains(names, text) > 0 { return "built in" }
            return standardModulePath().flatMap { folder in
                ["\(folder)/\(name).py", "\(folder)/\(name)", "\(folder)/\(name).so", "\(folder)/lib\(name).so"]
            }.first(where: Installation.exists)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Scripts import the name, so Python's come first; a project may go from one language to another.
    private static let keywords: [(String, Set<String>)] = [
        (
            "Python",
            words(
                """
                False None True and as assert async await break class continue def del elif else except finally for from \
                global if import in is lambda nonlocal not or pass raise return try while with yield
                """)
        ),
        (
            "C or C++",
            words(
                """
                alignas alignof and_eq asm auto bitand bitor bool case catch char compl concept const constexpr const_cast \
                default delete do double dynamic_cast enum explicit export extern float friend goto inline int long mutable \
                namespace new noexcept not_eq nullptr operator or_eq private protected public register reinterpret_cast \
                requires restrict short signed sizeof static static_assert static_cast struct switch template this \
                thread_local throw typedef typeid typename typeof union unsigned using virtual void volatile wchar_t xor \
                xor_eq
                """)
        ),
        (
            "Swift",
            words(
                """
                Any Self actor associatedtype deinit extension fileprivate func guard init inout internal let nil open \
                precedencegroup protocol repeat rethrows self subscript super throws typealias var where
                """)
        ),
    ]

    private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}
