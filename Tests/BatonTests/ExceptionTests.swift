import Baton
import Testing

@Suite struct `Exceptions` {
    private static func raised(_ body: @Sendable (inout Attached) throws -> Void) -> Exception? {
        do {
            try TestRuntime.attach(body)
        } catch let error as Exception {
            return error
        } catch {
            Issue.record("\(error)")
        }
        return nil
    }

    @Test func `carry type and message out of the runtime`() throws {
        let error = try #require(Self.raised { lock in _ = try lock.attribute("nothing", of: lock.object([1])) })
        #expect(error.type == "AttributeError")
        #expect(error.message == "'list' object has no attribute 'nothing'")
        #expect(error.description == "AttributeError: 'list' object has no attribute 'nothing'")
        #expect(error.traceback.isEmpty)
        let (isSame, isOther) = try TestRuntime.attach { lock in
            (error.matches(.exception, lock), error.matches(.keyError, lock))
        }
        #expect(isSame && !isOther)
    }

    @Test func `carry the traceback of a script`() throws {
        let error = try #require(
            Self.raised { lock in
                let source = "def f():\n    return 1 // 0\nf()\n"
                _ = try lock.call(lock.import("builtins"), method: "exec", source, [String: Int]())
            })
        #expect(error.type == "ZeroDivisionError")
        #expect(error.traceback.hasPrefix("Traceback (most recent call last):\n"))
        #expect(error.traceback.contains("in f"))
        #expect(error.description == error.traceback)
    }

    @Test func `of every built-in kind have the name that scripts have`() throws {
        try TestRuntime.attach { lock in
            let builtins = try lock.import("builtins")
            for kind in Exception.Kind.allCases {
                let made = try Exception(kind, "why").object(lock)
                expectEqual(lock.typeName(of: made), kind.name)
                try expectEqual(lock.isInstance(made, of: lock.attribute(kind.name, of: builtins)), true)
            }
        }
    }

    @Test func `of any class are made and matched`() throws {
        let error = try TestRuntime.attach { lock in
            try Exception(ofClass: lock.attribute("KeyError", of: lock.import("builtins")), "k", lock)
        }
        #expect(error.type == "KeyError" && error.message == "'k'")
        try expectEqual(TestRuntime.attach { lock in error.matches(.lookupError, lock) }, true)
    }

    @Test func `leave no error set behind`() throws {
        try TestRuntime.attach { lock in
            #expect(Self.raised { lock in _ = try lock.import("no_such_module") }?.type == "ModuleNotFoundError")
            _ = try lock.import("sys")
        }
    }
}
