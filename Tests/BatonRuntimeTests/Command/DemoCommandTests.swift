import Foundation
import TestSupport
import Testing

@Suite struct `baton demo` {
    private struct Report: Decodable {
        struct Row: Decodable {
            let kernel: String
            let threads: Int
            let mode: String
            let rate: Double
            let unit: String
            let speedup: Double
            let verified: Bool
        }
        let rows: [Row]
    }

    /// A folder with one file of text.
    private func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(String(repeating: "some text to work on\n", count: 5000).utf8).write(
            to: folder.appending(path: "text"))
        return try body(folder)
    }

    @Test func `prints rows of every kernel, thread count and mode as JSON, each verified`() throws {
        let outcome = try withFolder { folder in
            try Program.run(["demo", "--input", folder.path, "--threads", "2,1", "--seconds", "0.01", "--json"])
        }
        #expect(outcome.status == 0, "\(outcome.errors)")
        let rows = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8)).rows
        let kernels = Set(rows.map(\.kernel))
        for prefix in ["zlib.", "hashlib.", "matrix."] {
            #expect(kernels.filter { $0.hasPrefix(prefix) }.count >= 2)
        }
        #expect(rows.count == kernels.count * 4)
        #expect(rows.allSatisfy { $0.verified && $0.rate > 0 && $0.speedup > 0 })
        #expect(rows.filter { $0.threads == 1 }.allSatisfy { $0.speedup == 1 })
        #expect(Set(rows.map(\.mode)) == ["held", "released"])
        #expect(Set(rows.map(\.unit)) == ["MB/s", "GFLOP/s"])
    }

    @Test func `prints a table that ends in what to notice, and no bar into a pipe`() throws {
        let outcome = try withFolder { folder in
            try Program.run(["demo", "--input", folder.path, "--threads", "1,2", "--seconds", "0.01"])
        }
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("Input: 103 KiB of 1 file in "))
        #expect(outcome.output.split(separator: "\n").last?.hasPrefix("Notice: 2 threads") == true)
        #expect(outcome.errors == "")
    }

    @Test(arguments: [
        (["--threads", "0"], "from 1 to 256"), (["--threads", "257"], "from 1 to 256"),
        (["--threads", "-1"], "from 1 to 256"), (["--threads", "1,,2"], "--threads"),
        (["--threads", "two"], "--threads"),
        (["--seconds", "0"], "--seconds must be above 0"), (["--seconds", "-1"], "--seconds must be above 0"),
        (["--seconds", "nan"], "--seconds must be above 0"),
        (["--scheduler", "fair"], "--scheduler"),
    ]) func `a bad option is refused`(arguments: [String], reason: String) throws {
        let outcome = try Program.run(["demo"] + arguments)
        #expect(outcome.errors.contains(reason))
        #expect(outcome.status == 64)
    }

    @Test func `an input that cannot be read is told with its path`() throws {
        let missing = try Program.run(["demo", "--input", "/no/such/place"])
        #expect(missing.errors.contains("/no/such/place: No such file or directory"))
        #expect(missing.status == 1)
        try withFolder { folder in
            try FileManager.default.removeItem(at: folder.appending(path: "text"))
            let empty = try Program.run(["demo", "--input", folder.path])
            #expect(empty.errors.contains("\(folder.path): the folder has no files"))
            try Data().write(to: folder.appending(path: "nothing"))
            #expect(try Program.run(["demo", "--input", folder.path]).errors.contains("nothing but empty files"))
        }
    }

    @Test func `Ctrl-C ends it with what it has`() throws {
        try withFolder { folder in
            let process = Program.process(["demo", "--input", folder.path, "--threads", "1", "--seconds", "30"])
            let output = Pipe()
            process.standardOutput = output
            let text = try bounded(process) {
                // The head of the table says that measuring has begun; a row is there after a minute only.
                let descriptor = output.fileHandleForReading.fileDescriptor
                var text = Data()
                while !text.contains(Data("kernel".utf8)), let part = readSome(descriptor) { text += part }
                process.interrupt()
                while let part = readSome(descriptor) { text += part }
                return text
            }
            #expect(String(decoding: text, as: UTF8.self).hasSuffix("Interrupted: the table has what was measured.\n"))
            #expect(process.terminationStatus == 130)
            #expect(process.terminationReason == .exit)
        }
    }

    /// What can be read now, or nil at the end. Signals that other tests send may interrupt the wait.
    private func readSome(_ descriptor: CInt) -> Data? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(descriptor, &bytes, bytes.count)
            if count > 0 { return Data(bytes[..<count]) }
            if count == 0 || errno != EINTR { return nil }
        }
    }

    @Test func `a reader that goes away ends it quietly`() throws {
        try withFolder { folder in
            let process = Program.process(["demo", "--input", folder.path, "--threads", "1", "--seconds", "0.01"])
            let output = Pipe()
            let errors = Pipe()
            process.standardOutput = output
            process.standardError = errors
            let said = try bounded(process) {
                try output.fileHandleForReading.close()
                return errors.fileHandleForReading.readDataToEndOfFile()
            }
            #expect(said.isEmpty)
            #expect(process.terminationStatus == 128 + SIGPIPE)
        }
    }
}

extension Data {
    fileprivate func contains(_ part: Data) -> Bool { firstRange(of: part) != nil }
}
