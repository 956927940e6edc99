import Baton
import CBaton
import CBaton.Host
internal import Glibc

/// The interactive prompt: statements are read, run, and the values of expressions shown.
enum Prompt {
    /// Until the end of the input; false: SystemExit is set.
    static func run(_ globals: Ref) -> Bool {
        StandardOutput.write("Baton \(BT_VERSION), Python 3.13 scripts. exit() or Ctrl-D ends.\n")
        let reader = LineReader()
        var source = ""
        while true {
            guard let line = reader.read(prompt: source.isEmpty ? ">>> " : "... ") else {
                if BtErr_CheckSignals() < 0 {
                    BtErr_Clear()
                    StandardOutput.write("\nKeyboardInterrupt\n")
                    source = ""
                    continue
                }
                StandardOutput.write("\n")
                return true
            }
            if source.isEmpty, line.allSatisfy({ $0 == " " || $0 == "\t" }) { continue }
            source += line + "\n"
            let bytes = Array(source.utf8)
            // An open block goes on until an empty line.
            if isIncomplete(bytes), !line.isEmpty || isOpen(bytes) { continue }
            source = ""
            if !run(bytes, globals) { return false }
        }
    }

    private static func run(_ source: [UInt8], _ globals: Ref) -> Bool {
        if let code = compileToCode(source, file: "<stdin>", mode: .single) {
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
        if BtErr_GivenExceptionMatches(exception, BtExc_KeyboardInterrupt) != 0 {
            StandardOutput.write("\nKeyboardInterrupt\n")
        } else {
            ScriptEnd.display(exception)
        }
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

    private static func isOpen(_ source: [UInt8]) -> Bool { isIncomplete(source + [0x0A]) }
}

/// Reads lines from the terminal: with editing and history where libedit is on the machine, else as they come.
private struct LineReader {
    private typealias ReadLine = @convention(c) (UnsafePointer<CChar>) -> UnsafeMutablePointer<CChar>?
    private typealias AddHistory = @convention(c) (UnsafePointer<CChar>) -> CInt

    private let readLine: ReadLine?
    private let addHistory: AddHistory?

    init() {
        guard let library = dlopen("libedit.so.2", RTLD_LAZY | RTLD_LOCAL), let read = dlsym(library, "readline"),
            let add = dlsym(library, "add_history")
        else {
            (readLine, addHistory) = (nil, nil)
            return
        }
        // SAFETY: because libedit declares the two functions with these types.
        readLine = unsafeBitCast(read, to: ReadLine.self)
        addHistory = unsafeBitCast(add, to: AddHistory.self)
    }

    /// A line without its end; nil at the end of the input, or when a signal came.
    func read(prompt: String) -> String? {
        let state = BtEval_SaveThread()
        defer { BtEval_RestoreThread(state) }
        guard let readLine, let addHistory else {
            StandardOutput.write(prompt)
            return Swift.readLine(strippingNewline: true)
        }
        guard let line = readLine(prompt) else { return nil }
        defer { free(line) }
        if line[0] != 0 { _ = addHistory(line) }
        return String(cString: line)
    }
}
