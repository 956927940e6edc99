import ArgumentParser
import BatonRuntime
import CBaton
internal import Glibc

struct CallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Call a function of an extension and print the result.",
        discussion: """
            Arguments are written as in JSON: 1, 2.5, "text", true, false, null, [1, 2], {"key": 1}. Bytes are b"text" \
            or, from a file, @PATH. NAME=VALUE gives a keyword argument. Without arguments, what is no function is \
            printed as it is.

              baton call zlib.crc32 'b"hello"'
              baton call hashlib.new '"sha256"' @README.md
              baton call zlib.compress @README.md level=9
            """)

    @Argument(help: ArgumentHelp("The extension and the function in it.", valueName: "name.function"))
    var path: String

    @Argument(parsing: .allUnrecognized, help: "Arguments of the function.")
    var arguments: [String] = []

    private var names: [String] { path.split(separator: ".", omittingEmptySubsequences: false).map(String.init) }

    func validate() throws {
        guard names.count >= 2, !names.contains("") else {
            throw ValidationError("'\(path)' does not name a function: write NAME.function, as in zlib.crc32")
        }
    }

    func run() throws {
        let text = try RuntimeSession.run { () throws -> String? in
            // What the function writes to sys.stdout stands before its result.
            release(BtImport_ImportModule("sys"))
            defer { _ = ScriptEnd.flush("stdout") }
            guard let result = try result(), let text = BtObject_Repr(result) else {
                BtErr_PrintEx(0)
                return nil
            }
            return swiftString(text)
        }
        guard let text else { throw ExitCode(1) }
        StandardOutput.write(text + "\n")
    }

    /// A new reference to what the call gives; nil with an exception set.
    private func result() throws -> Ref? {
        guard let module = BtImport_ImportModule(names[0]) else { return nil }
        var target = module
        for name in names.dropFirst() {
            guard let attribute = BtObject_GetAttrString(target, name) else { return nil }
            target = attribute
        }
        if arguments.isEmpty && BtCallable_Check(target) == 0 { return target }

        guard let (positional, keywords) = try values() else { return nil }
        return BtObject_Call(target, positional, keywords)
    }

    /// The arguments' values. What is wrong with one is not left to be told by `BatonCommand`, which would show its own usage.
    private func values() throws -> (positional: Ref, keywords: Ref?)? {
        do {
            return try CallArgument.values(arguments)
        } catch let error as ValidationError {
            StandardError.write(
                """
                Error: \(error.message)
                Usage: \(BatonCommand.usageString(for: CallCommand.self))
                  See 'baton call --help' for more information.

                """)
            throw ExitCode.validationFailure
        }
    }
}
