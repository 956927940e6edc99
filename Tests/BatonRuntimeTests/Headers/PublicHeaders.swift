import Foundation
import Testing

/// The headers that an extension sees, and what they declare; host.h and its parts are the host's.
enum PublicHeaders {
    static let folder = TestExtension.root.appending(path: "CShim/include/baton")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".h") && !$0.hasPrefix("host") }.sorted()
    }()

    /// Functions that an author calls: exported ones, and those that the headers define inline.
    static func functions() throws -> [(name: String, text: String)] {
        let functions = try declarations().filter { $0.text.contains("(") && !$0.name.hasPrefix("_bt_") }
        #expect(functions.count > 750)
        return functions
    }

    static func symbols() throws -> [String] {
        let symbols = try declarations(of: ["BT_API", "BT_DATA", "BT_INLINE_ABI"]).map(\.name)
        #expect(symbols.count > 500)
        return symbols
    }

    /// Every exported or inline declaration of the headers, without a body, by the name that it declares.
    private static func declarations(of marks: [String] = ["BT_API", "BT_DATA", "BT_INLINE_ABI", "BT_INLINE"]) throws
        -> [(name: String, text: String)]
    {
        let exported = try Regex("^(?:\(marks.joined(separator: "|")))\\s[^;{]*[;{]").anchorsMatchLineEndings()
        let declared = /([A-Za-z_][A-Za-z0-9_]*)\s*(?:\(|;|\[)/
        return try names.flatMap { name -> [(String, String)] in
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return text.matches(of: exported).compactMap { match in
                let declaration = String(text[match.range])
                // Function-like annotations in front of the name are no names.
                let plain = declaration.replacing(/BT_(?:PRINTF|CAST|STEALS|ERR|FAILS|SAFETY)\([^)]*\)/, with: "")
                guard let symbol = plain.firstMatch(of: declared) else { return nil }
                return (String(symbol.output.1), declaration)
            }
        }
    }
}
