import Foundation
import Testing

@Suite struct `Headers` {
    static let folder = TestExtension.root.appending(path: "CShim/include/baton")

    /// The headers that an extension sees; host.h and its parts are the host's.
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".h") && !$0.hasPrefix("host") }.sorted()
    }()

    @Test(arguments: Compiler.all) func `compile without a warning`(_ compiler: Compiler) throws {
        let result = try compiler.compile("#include <baton.h>\n")
        #expect(result.succeeded, "\(result.message)")
    }

    @Test func `compile each by itself`() throws {
        #expect(Self.names.count > 30)
        for name in Self.names {
            let result = try Compiler.clang.compile("#include <baton/\(name)>\nextern int something;\n")
            #expect(result.succeeded, "\(name): \(result.message)")
        }
    }

    @Test func `declare nothing that the program does not export`() throws {
        let missing = try Self.declaredSymbols().filter { dlsym(nil, $0) == nil }
        #expect(missing.isEmpty, "declared with BT_API, BT_DATA or BT_INLINE_ABI, and not exported: \(missing)")
    }

    @Test func `say of every function which lock state it needs`() throws {
        var silent: [String] = []
        for (name, declaration) in try Self.declarations() where declaration.contains("(") {
            let states = ["BT_ATTACHED", "BT_ANY_STATE", "BT_ATTACHES", "BT_DETACHES", "BT_BLOCKS"]
            if !states.contains(where: declaration.contains) { silent.append(name) }
        }
        #expect(silent.isEmpty, "no lock state stands behind: \(silent)")
    }

    /// Every exported declaration of the headers, by the name that it declares.
    private static func declarations() throws -> [(name: String, text: String)] {
        let exported = /^(?:BT_API|BT_DATA|BT_INLINE_ABI)\s[^;{]*;/.anchorsMatchLineEndings()
        let declared = /([A-Za-z_][A-Za-z0-9_]*)\s*(?:\(|;|\[)/
        return try names.flatMap { name -> [(String, String)] in
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return text.matches(of: exported).compactMap { match in
                let declaration = String(match.output)
                // Function-like annotations in front of the name are no names.
                let plain = declaration.replacing(/(?:BT_PRINTF|BT_CAST)\([^)]*\)/, with: "")
                guard let symbol = plain.firstMatch(of: declared) else { return nil }
                return (String(symbol.output.1), declaration)
            }
        }
    }

    private static func declaredSymbols() throws -> [String] {
        let symbols = try declarations().map(\.name)
        #expect(symbols.count > 500)
        return symbols
    }
}

@Suite struct `The lock contract, by clang` {
    /// A function body in an extension, and what clang must say of it; nil: nothing.
    static let bodies: [(what: String, body: String, says: String?)] = [
        (
            "correct code", "Bt_BEGIN_ALLOW_THREADS work(); Bt_END_ALLOW_THREADS return BtLong_FromLong(1);", nil
        ),
        (
            "a way out with the lock held again",
            "Bt_BEGIN_ALLOW_THREADS if (work()) { Bt_BLOCK_THREADS return NULL; } Bt_END_ALLOW_THREADS Bt_RETURN_NONE;",
            nil
        ),
        (
            "R1: an API call in a block",
            "Bt_BEGIN_ALLOW_THREADS BtLong_FromLong(1); Bt_END_ALLOW_THREADS Bt_RETURN_NONE;", "requires holding"
        ),
        (
            "R2: counting in a block", "Bt_BEGIN_ALLOW_THREADS Bt_INCREF(self); Bt_END_ALLOW_THREADS Bt_RETURN_NONE;",
            "requires holding"
        ),
        (
            "R1: a slot read in a block",
            "Bt_BEGIN_ALLOW_THREADS if (self->ob_type) work(); Bt_END_ALLOW_THREADS Bt_RETURN_NONE;", "requires holding"
        ),
        (
            "R3: blocks that nest",
            "Bt_BEGIN_ALLOW_THREADS Bt_BEGIN_ALLOW_THREADS work(); Bt_END_ALLOW_THREADS Bt_END_ALLOW_THREADS Bt_RETURN_NONE;",
            "releasing"
        ),
        (
            "R3: restored twice",
            "BtThreadState *state = BtEval_SaveThread(); BtEval_RestoreThread(state); BtEval_RestoreThread(state); Bt_RETURN_NONE;",
            "acquiring"
        ),
        (
            "R4: return out of a block",
            "Bt_BEGIN_ALLOW_THREADS if (work()) return NULL; Bt_END_ALLOW_THREADS Bt_RETURN_NONE;",
            "not held on every path"
        ),
    ]

    @Test func `is kept by the extensions of these tests`() throws {
        let folder = TestExtension.root.appending(path: "Tests/Extensions")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".c") }
        #expect(names.count > 15)
        for name in names.sorted() {
            let result = try Compiler.clang.compile("#include \"\(folder.appending(path: name).path)\"\n")
            #expect(result.succeeded, "\(name): \(result.message)")
        }
    }

    @Test(arguments: bodies.indices) func `is checked in plain C`(_ index: Int) throws {
        let (what, body, says) = Self.bodies[index]
        let result = try Compiler.clang.compile(
            """
            #include <baton.h>
            int work(void);
            BtObject *method(BtObject *self, BtObject *args) BT_ATTACHED;
            BtObject *method(BtObject *self, BtObject *args) { (void)self; (void)args; \(body) }
            """)
        if let says {
            #expect(!result.succeeded, "\(what): clang was silent")
            #expect(result.message.contains(says), "\(what): \(result.message)")
        } else {
            #expect(result.succeeded, "\(what): \(result.message)")
        }
    }
}
