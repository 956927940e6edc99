import Foundation
import Testing

@Suite struct `baton check` {
    /// A method around a body, with correct code behind it.
    private static func source(_ body: String, before: String = "") -> String {
        """
        \(before)
        #include <baton.h>
        int work(void);
        static BT_METHOD(run, O);
        static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
        {
            (void)argument;
        \(body)
            Bt_RETURN_NONE;
        }
        BtMethodDef methods[] = {BT_METHOD_ENTRY(run, NULL), BT_METHOD_END};
        """
    }

    /// Run the command over a file with these contents.
    private static func check(_ source: String, _ options: [String] = [], kind: String = "c") throws -> Program.Outcome
    {
        let file = FileManager.default.temporaryDirectory.appending(path: "check-\(UUID().uuidString).\(kind)")
        try source.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        return try Program.run(["check"] + options + [file.path])
    }

    @Test func `says nothing of correct code`() throws {
        let outcome = try Self.check(Self.source("Bt_BEGIN_ALLOW_THREADS work(); Bt_END_ALLOW_THREADS"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("1 file, nothing found"))
    }

    @Test func `names the line, the rule and how to read more`() throws {
        let outcome = try Self.check(
            Self.source("Bt_BEGIN_ALLOW_THREADS\nif (work())\nreturn NULL;\nBt_END_ALLOW_THREADS"))
        #expect(outcome.status == 1)
        #expect(outcome.output.contains(":10:1: R4: return leaves the allow-threads block of line 8 "))
        #expect(outcome.output.contains("See: baton explain R4"))
    }

    @Test func `prints findings as JSON`() throws {
        let outcome = try Self.check(
            Self.source("Bt_BEGIN_ALLOW_THREADS\nBt_INCREF(argument);\nBt_END_ALLOW_THREADS"), ["--json"])
        struct Finding: Decodable {
            let rule: Int
            let line: Int
        }
        let findings = try JSONDecoder().decode([Finding].self, from: Data(outcome.output.utf8))
        #expect(findings.map(\.rule) == [2])
        #expect(findings.map(\.line) == [9])
    }

    @Test func `tells of a release under an if which macros to use`() throws {
        let outcome = try Self.check(
            Self.source(
                "BtThreadState *s = NULL; if (work()) s = BtEval_SaveThread();\nif (s) BtEval_RestoreThread(s);"))
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("Bt_BEGIN_ALLOW_THREADS_IF"))
    }

    @Test func `is silent on unmarked code when relaxed, and not when strict`() throws {
        let helper =
            "#include <baton.h>\nBtObject *helper(void);\nBtObject *helper(void) { return BtLong_FromLong(1); }\n"
        #expect(try Self.check(helper).status == 1)
        #expect(try Self.check(helper, ["--relaxed"]).status == 0)
    }

    @Test func `reads C++`() throws {
        let outcome = try Self.check(
            Self.source("Bt_BEGIN_ALLOW_THREADS\nBtLong_FromLong(1);\nBt_END_ALLOW_THREADS"), ["--std", "c++20"],
            kind: "cpp")
        #expect(outcome.output.contains(":9:1: R1: "))
    }

    @Test func `knows a jump that stays in the block from one that leaves it`() throws {
        let jump = "static jmp_buf place;\n"
        let inside = "Bt_BEGIN_ALLOW_THREADS if (setjmp(place) == 0) longjmp(place, 1); Bt_END_ALLOW_THREADS"
        #expect(try Self.check(Self.source(inside, before: "#include <setjmp.h>\n" + jump)).status == 0)
        let outside = "Bt_BEGIN_ALLOW_THREADS if (work()) longjmp(place, 1); Bt_END_ALLOW_THREADS"
        let outcome = try Self.check(Self.source(outside, before: "#include <setjmp.h>\n" + jump))
        #expect(outcome.output.contains("R4: longjmp leaves"))
    }

    @Test func `tells of a header once that two files include`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "check-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let header = "#include <baton.h>\nstatic inline BtObject *one(void)\n{\n    return BtLong_FromLong(1);\n}\n"
        try header.write(to: folder.appending(path: "shared.h"), atomically: true, encoding: .utf8)
        let files = ["a.c", "b.c"].map { folder.appending(path: $0) }
        for file in files { try "#include \"shared.h\"\n".write(to: file, atomically: true, encoding: .utf8) }
        let outcome = try Program.run(["check"] + files.map(\.path))
        #expect(outcome.status == 1)
        #expect(outcome.output.split(separator: "\n").count == 1, "\(outcome.output)")
        #expect(outcome.output.contains("shared.h:4:12: R1: BtLong_FromLong"))
    }

    @Test func `gives clang folders, macros and flags`() throws {
        let folder = FileManager.default.temporaryDirectory.path
        let outcome = try Self.check(
            Self.source("#if !defined(WANTED) || !defined(__FAST_MATH__)\n#error no\n#endif"),
            ["-I", folder, "-DWANTED=1", "--flag", "-ffast-math"])
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    static let unchecked: [(what: String, source: String, options: [String], says: String)] = [
        ("no clang", source(""), ["--clang", "no-such-clang"], "no no-such-clang on PATH"),
        (
            "a program that is no clang", source(""), ["--clang", "true"],
            "does not find a mistake that was put in on purpose"
        ),
        (
            "the warning switched off",
            source("", before: "#pragma clang diagnostic ignored \"-Wthread-safety-analysis\""), [],
            "does not find a mistake that was put in on purpose"
        ),
        (
            "all warnings switched off", source(""), ["--flag", "-w"],
            "does not find a mistake that was put in on purpose"
        ),
        ("no baton.h", "int nothing;\n", [], "does not include baton.h"),
        ("a mistake in the language", source("int x = ;"), [], "does not compile"),
    ]

    @Test(arguments: unchecked.indices) func `fails where nothing was checked`(_ index: Int) throws {
        let (what, source, options, says) = Self.unchecked[index]
        let outcome = try Self.check(source, options)
        #expect(outcome.status == 2, "\(what): \(outcome.errors)")
        #expect(outcome.errors.contains(says), "\(what): \(outcome.errors)")
    }

    @Test func `has a file that is not there as a failure`() throws {
        let outcome = try Program.run(["check", "/nonexistent.c"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("/nonexistent.c: No such file or directory"))
    }

    @Test func `has an error for what is no source`() throws {
        let outcome = try Self.check("print(1)\n", kind: "py")
        #expect(outcome.errors.hasSuffix(".py: neither C (.c) nor C++ (.cc, .cpp, .cxx) nor a header (.h, .hpp)\n"))
        #expect(outcome.status == 2)
    }
}

@Suite struct `baton --cflags --checked` {
    private static func compile(_ body: String, _ compiler: String, _ options: [String]) throws -> String? {
        let flags = try Program.run(["--cflags", "--checked"] + options).output
            .split(whereSeparator: \.isWhitespace).map(String.init)
        let file = FileManager.default.temporaryDirectory.appending(path: "flags-\(UUID().uuidString).c")
        let source =
            "#include <baton.h>\n#include <unistd.h>\nstatic BT_METHOD(run, O);\n"
            + "static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *a)\n{\n\(body)\nreturn Bt_NewRef(a);\n}\n"
            + "BtMethodDef methods[] = {BT_METHOD_ENTRY(run, NULL), BT_METHOD_END};\n"
        try source.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        do {
            try TestExtension.run(compiler, flags + ["-c", file.path, "-o", "/dev/null"])
            return nil
        } catch {
            return "\(error)"
        }
    }

    static let mistakes = [
        "Bt_BEGIN_ALLOW_THREADS\nBt_DECREF(a);\nBt_END_ALLOW_THREADS",
        "Bt_BEGIN_ALLOW_THREADS\nBt_BEGIN_ALLOW_THREADS\nBt_END_ALLOW_THREADS\nBt_END_ALLOW_THREADS",
        "Bt_BEGIN_ALLOW_THREADS\nif (getpid() == 1) return a;\nBt_END_ALLOW_THREADS",
    ]

    @Test(arguments: mistakes) func `make a breach an error, with clang and with gcc`(_ body: String) throws {
        #expect(try Self.compile(body, "clang", []) != nil)
        #expect(try Self.compile(body, "clang", ["--contract", "relaxed"]) != nil)
        let message = try #require(try Self.compile(body, "gcc", ["--compiler", "gcc"]))
        #expect(message.contains("baton explain R"))
    }

    @Test func `make a wait while attached an error, with clang`() throws {
        #expect(try Self.compile("sleep(1);", "clang", []) != nil)
    }

    @Test func `let correct code pass`() throws {
        let body =
            "Bt_BEGIN_ALLOW_THREADS\nsleep(1);\nif (getpid() == 1) { Bt_BLOCK_THREADS return NULL; }\nBt_END_ALLOW_THREADS"
        #expect(try Self.compile(body, "clang", []) == nil)
        #expect(try Self.compile(body, "clang", ["--contract", "relaxed"]) == nil)
        #expect(try Self.compile(body, "gcc", ["--compiler", "gcc"]) == nil)
    }
}

@Suite struct `baton explain` {
    @Test func `lists the ten rules`() throws {
        let outcome = try Program.run(["explain"])
        #expect(outcome.status == 0)
        for number in 1...10 { #expect(outcome.output.contains(try Regex("(?m)^R\(number) +[A-Z]"))) }
    }

    @Test(arguments: 1...10) func `tells of each rule all that there is`(_ number: Int) throws {
        let outcome = try Program.run(["explain", "R\(number)"])
        #expect(outcome.status == 0)
        let parts = ["Why", "In practice", "Otherwise", "A program that breaks it", "The mend", "What no check finds"]
        for part in parts { #expect(outcome.output.contains(part), "\(part)") }
    }

    @Test(arguments: ["R11", "R0", "lock", "R", "-1"]) func `has an error for what is no rule`(_ name: String) throws {
        let outcome = try Program.run(["explain", "--", name])
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("there is no rule \(name)"))
    }

    @Test func `reads rules in small letters`() throws {
        #expect(try Program.run(["explain", "r3"]).output == Program.run(["explain", "R3"]).output)
    }

    @Test func `agrees with the table of the headers`() throws {
        struct Rule: Decodable {
            let number: Int
            let rule: String
        }
        let rules = try JSONDecoder().decode(
            [Rule].self, from: Data(try Program.run(["explain", "--json"]).output.utf8))
        let header = try String(
            contentsOf: TestExtension.root.appending(path: "CShim/include/baton/thread.h"), encoding: .utf8)
        #expect(rules.map(\.number) == Array(1...10))
        for rule in rules {
            #expect(header.contains(try Regex("(?m)^/// \\| R\(rule.number) +\\| ")))
            #expect(header.contains("| \(rule.rule) |"), "R\(rule.number)")
        }
    }
}
