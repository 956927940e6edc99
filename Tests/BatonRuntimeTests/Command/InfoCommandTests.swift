import Foundation
import Testing

@Suite struct `baton` {
    @Test func `info names version, mode, scheduler, paths and libraries`() throws {
        let outcome = try Program.run(["info"])
        #expect(outcome.status == 0)
        for word in [
            "version", "mode", "scheduler", "switch interval", "headers", "zlib", "OpenSSL", "libb2", "OpenBLAS",
        ] {
            #expect(outcome.output.contains("\n\(word) ") || outcome.output.hasPrefix(word))
        }
        #expect(outcome.output.contains(Program.path.path))
    }

    @Test func `--cflags leads a compiler to the headers`() throws {
        let flags = try Program.run(["--cflags"]).output
        #expect(flags.hasPrefix("-I/"))
        let folder = flags.dropFirst(2).trimmingCharacters(in: .newlines)
        #expect(FileManager.default.fileExists(atPath: folder + "/baton.h"))
    }

    @Test func `--version prints the version`() throws {
        #expect(try Program.run(["--version"]).output == "0.1.0\n")
    }

    @Test func `--help names its commands`() throws {
        let outcome = try Program.run(["--help"])
        #expect(outcome.output.contains("demo") && outcome.output.contains("info") && outcome.output.contains("call"))
        #expect(outcome.status == 0)
    }
}
