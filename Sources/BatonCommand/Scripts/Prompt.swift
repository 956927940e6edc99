import BatonRuntime
import CBaton
import CBaton.Host
internal import Glibc

/// The interactive prompt: statements are read, run, and the values of expressions shown.
enum Prompt {
    /// Until the end of the input; false: SystemExit is set.
    static func run(_ globals: Ref) -> Bool {
        StandardOutput.write("Baton \(BT_VERSION), Python 3.13 scripts. exit() or Ctrl-D ends.\n")
        setPrompts()
        let reader = LineReader()
        defer { reader.saveHistory() }
        var source = ""
        while true {
            switch reader.read(prompt: source.isEmpty ? prompt("ps1", ">>> ") : prompt("ps2", "... ")) {
            case .line(let line):
                if source.isEmpty, line.allSatisfy({ $0 == " " || $0 == "\t" }) { continue }
                source += line + "\n"
                let bytes = Array(source.utf8)
                if needsMoreLines(bytes) { continue }
                source = ""
                if !run(bytes, globals) { return false }
            case .interrupted:
                guard BtErr_CheckSignals() < 0 else { continue }
                BtErr_Clear()
                StandardOutput.write("\nKeyboardInterrupt\n")
                source = ""
            case .end:
                StandardOutput.write("\n")
                return true
            }
        }
    }

    /// Put the prompts into `sys`, where a script may change them.
    private static func setPrompts() {
        guard let sys = BtImport_ImportModule("sys") else { return BtErr_Clear() }
        defer { release(sys) }
        for (name, text) in [("ps1", ">>> "), ("ps2", "... ")] {
            guard let value = makeString(text) else { return BtErr_Clear() }
            if BtObject_SetAttrString(sys, name, value) < 0 { BtErr_Clear() }
            release(value)
        }
    }

    private static func prompt(_ name: String, _ otherwise: String) -> String {
        guard let value = BtImport_ImportModuleAttrString("sys", name) else {
            BtErr_Clear()
            return otherwise
        }
        defer { release(value) }
        guard let text = BtObject_Str(value) else {
            BtErr_Clear()
            return otherwise
        }
        defer { release(text) }
        return swiftString(text)
    }

    private static func run(_ source: [UInt8], _ globals: Ref) -> Bool {
        if let code = compileToCode(source, file: "<stdin>", origin: .text, mode: .single) {
            defer { release(code) }
            if let result = evaluate(code, globals: globals) {
                release(result)
                flush()
                return true
            }
        }
        if BtErr_ExceptionMatches(BtExc_SystemExit) != 0 { return false }
        guard let exception = BtErr_GetRaisedException() else { return true }
        defer { release(exception) }
        // What the terminal echoed for Ctrl-C stands on a line of its own.
        if BtErr_GivenExceptionMatches(exception, BtExc_KeyboardInterrupt) != 0 { StandardOutput.write("\n") }
        ScriptEnd.display(exception)
        flush()
        return true
    }

    private static func flush() {
        guard let output = BtImport_ImportModuleAttrString("sys", "stdout") else { return BtErr_Clear() }
        defer { release(output) }
        if let result = BtObject_CallMethodNoArgs(output, internedName("flush")) {
            release(result)
        } else {
            BtErr_Clear()
        }
    }
}
