import Foundation
import TestSupport
import Testing

/// The interactive prompt, over a terminal that python3 makes for it.
@Suite(.enabled(if: ScriptOracle.python != nil, "no python3 of version 3.13 or later"))
struct PromptTests {
    @Test func `the prompt shows values, takes blocks, recalls lines, survives Ctrl-C and ends by Ctrl-D`() throws {
        let session = ScriptOracle.folder("prompt").appending(path: "session.py")
        let outcome = try ScriptOracle.start(ScriptOracle.python!, [session.path, Program.path.path])
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        #expect(
            outcome.output == """
                value: 42
                last value: 43
                function: 42
                bracket: [1, 2]
                text: 'grüße'
                traceback: ZeroDivisionError: division by zero
                syntax error: SyntaxError: invalid syntax
                from the history: 'grüße'
                Ctrl-C while typing: KeyboardInterrupt
                Ctrl-C in a block: KeyboardInterrupt
                Ctrl-C in while True: pass: KeyboardInterrupt
                Ctrl-C in time.sleep(100): KeyboardInterrupt
                input: 'somebody'
                exit: 3
                saved history: NameError: name 'name' is not defined
                Ctrl-D: 0

                """)
    }

    @Test func `standard input that is no terminal is a script, without prompts`() throws {
        let process = Program.process([])
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        let data = try bounded(process) {
            try input.fileHandleForWriting.write(contentsOf: Data("1 + 2\nprint('a script')\n".utf8))
            try input.fileHandleForWriting.close()
            return output.fileHandleForReading.readDataToEndOfFile()
        }
        let text = String(decoding: data, as: UTF8.self)
        #expect(text == "a script\n")
        #expect(process.terminationStatus == 0)
    }
}
