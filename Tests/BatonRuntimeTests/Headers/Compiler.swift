import Foundation
import TestSupport

/// A compiler that headers and small programs are tried with.
struct Compiler: CustomStringConvertible, Sendable {
    let program: String
    let flags: [String]

    var description: String { ([program] + flags).joined(separator: " ") }

    private static let strict = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"]

    /// Every language and compiler that the headers promise.
    static let all = [
        Compiler(program: "gcc", flags: ["-std=c11"] + strict),
        Compiler(program: "g++", flags: ["-std=c++17", "-x", "c++"] + strict),
        clang,
        Compiler(program: "clang++", flags: ["-std=c++17", "-x", "c++", "-Wthread-safety"] + strict),
    ]

    /// The same with the contract checked as far as each can.
    static let checked = ["strict", "relaxed"].flatMap { contract in
        all.map { compiler in
            let flags = compiler.program.hasPrefix("g") ? ["-O1"] : []
            return Compiler(program: compiler.program, flags: compiler.flags + flags + ["-DBT_CONTRACT=\(contract)"])
        }
    }

    static let clang = Compiler(program: "clang", flags: ["-std=c11", "-Wthread-safety"] + strict)

    /// With all that clang can check of an extension.
    static let contract = Compiler(
        program: "clang",
        flags: clang.flags + [
            "-DBT_CONTRACT=strict", "-isystem", TestExtension.root.appending(path: "CShim/include/baton/checked").path,
        ])

    /// Whether `source` compiles, and what the compiler said.
    func compile(_ source: String) throws -> (succeeded: Bool, message: String) {
        let file = TestExtension.folder.appending(path: "try-\(UUID().uuidString).c")
        try source.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [program] + flags + ["-I", TestExtension.root.appending(path: "CShim/include").path, file.path]
        let output = Pipe()
        process.standardError = output
        process.standardOutput = FileHandle.nullDevice
        let data = try bounded(process) { output.fileHandleForReading.readDataToEndOfFile() }
        let message = String(decoding: data, as: UTF8.self)
        return (process.terminationStatus == 0, message)
    }
}
