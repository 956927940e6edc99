import Foundation
import Testing

@Suite struct `Headers` {
    @Test(arguments: Compiler.all + Compiler.checked) func `compile without a warning`(_ compiler: Compiler) throws {
        let result = try compiler.compile("#include <baton.h>\n")
        #expect(result.succeeded, "\(result.message)")
    }

    @Test func `compile each by itself`() throws {
        #expect(PublicHeaders.names.count > 30)
        for name in PublicHeaders.names {
            let result = try Compiler.clang.compile("#include <baton/\(name)>\nextern int something;\n")
            #expect(result.succeeded, "\(name): \(result.message)")
        }
    }

    @Test func `declare nothing that the program does not export`() throws {
        let missing = try PublicHeaders.symbols().filter { dlsym(nil, $0) == nil }
        #expect(missing.isEmpty, "declared with BT_API, BT_DATA or BT_INLINE_ABI, and not exported: \(missing)")
    }

    @Test func `say of every function which lock state it needs`() throws {
        let states = ["BT_ATTACHED", "BT_ANY_STATE", "BT_ATTACHES", "BT_DETACHES", "BT_BLOCKS"]
        let silent = try PublicHeaders.functions().filter { function in !states.contains(where: function.text.contains)
        }
        #expect(silent.isEmpty, "no lock state stands behind: \(silent.map(\.name))")
    }

    @Test func `say of every function that returns an object whose reference it is`() throws {
        let returnsObject = /^[^(]*\bBt(?:Type)?Object \*+\w+\(/
        let references = ["BT_NEW_REF", "BT_BORROWED_REF", "BT_NO_REF"]
        let silent = try PublicHeaders.functions().filter { function in
            function.text.contains(returnsObject) && !references.contains(where: function.text.contains)
        }
        #expect(silent.isEmpty, "nothing of the reference stands behind: \(silent.map(\.name))")
    }

    @Test func `name as stolen only what is a parameter`() throws {
        let stolen = /BT_STEALS\((\w+)\)/
        let wrong = try PublicHeaders.functions().filter { function in
            function.text.matches(of: stolen).contains { match in
                let plain = function.text.replacing(stolen, with: "")
                return match.output.1 != "all" && !plain.contains(try! Regex("\\b\(match.output.1)\\b"))
            }
        }
        #expect(wrong.isEmpty, "no parameter of the name that BT_STEALS has: \(wrong.map(\.name))")
    }

    @Test func `say of every function how it tells of an error`() throws {
        let told = /BT_(?:ERR|FAILS)\([^)]+\)/
        let silent = try PublicHeaders.functions().filter { !$0.text.contains(told) }
        #expect(silent.isEmpty, "neither BT_ERR nor BT_FAILS stands behind: \(silent.map(\.name))")
    }

    @Test func `say of every function how safe it is without the lock`() throws {
        let level = /BT_SAFETY\((?:incompatible|compatible|distinct|shared|atomic)\)/
        let silent = try PublicHeaders.functions().filter { !$0.text.contains(level) }
        #expect(silent.isEmpty, "no level of safety stands behind: \(silent.map(\.name))")
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
        // Those named broken_… break it on purpose.
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".c") && !$0.hasPrefix("broken_") }
        #expect(names.count > 15)
        for name in names.sorted() {
            let result = try Compiler.contract.compile("#include \"\(folder.appending(path: name).path)\"\n")
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
