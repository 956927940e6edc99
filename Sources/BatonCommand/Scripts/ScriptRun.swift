import Baton
import CBaton
import CBaton.Host
internal import Glibc

/// Scripts: `baton -c 'code'`, `baton run file`, `baton file.py`. They do not go through the parser of commands, whose start
/// would be a good part of a short script's time.
enum ScriptRun {
    /// Run what the arguments ask for, and give the exit status; nil: they ask for a command.
    static func status(_ arguments: [String]) -> CInt? {
        guard arguments.count > 1 else { return nil }
        switch arguments[1] {
        case "-c":
            guard arguments.count > 2 else { return nil }
            return run(Array(arguments[2].utf8), file: "<string>", keepsSource: true)
        case "run":
            guard arguments.count > 2, !arguments[2].hasPrefix("-") else { return nil }
            return run(path: arguments[2])
        default:
            return arguments[1].hasSuffix(".py") ? run(path: arguments[1]) : nil
        }
    }

    private static func run(path: String) -> CInt {
        switch readFile(path, limit: Int.max) {
        case .success(let source): return run(source, file: path)
        case .failure(let error):
            StandardError.write("baton: can't open file '\(path)': [Errno \(error.code)] \(error)\n")
            return 2
        }
    }

    private static func run(_ source: [UInt8], file: String, keepsSource: Bool = false) -> CInt {
        signal(SIGPIPE, SIG_IGN)
        var config = BtConfig()
        BtConfig_Init(&config)
        guard Bt_InitializeFromConfig(&config) == 0 else { return 1 }
        if keepsSource { keepSource(source, of: file) }
        let status = runMain(source, file: file)
        return Bt_FinalizeEx() == 0 ? status : max(status, 1)
    }

    private static func runMain(_ source: [UInt8], file: String) -> CInt {
        guard let system = BtImport_ImportModule("sys"), let module = BtImport_AddModuleRef("__main__") else {
            return report()
        }
        Bt_DECREF_(system)
        guard let globals = BtModule_GetDict(module) else { return report() }
        guard let code = compileToCode(source, file: file) else { return report() }
        defer { Bt_DECREF_(code) }
        guard let result = evaluate(code, globals: globals) else { return report() }
        Bt_DECREF_(result)
        return flush() ? 0 : report()
    }

    /// Write what standard output still holds; false: an exception is set.
    private static func flush() -> Bool {
        guard let output = BtImport_ImportModuleAttrString("sys", "stdout") else { return false }
        defer { Bt_DECREF_(output) }
        guard let result = BtObject_CallMethodNoArgs(output, internedName("flush")) else { return false }
        Bt_DECREF_(result)
        return true
    }

    /// Tell of the exception that is set; the exit status.
    private static func report() -> CInt {
        guard let exception = BtErr_GetRaisedException() else { return 1 }
        defer { Bt_DECREF_(exception) }
        if !flush() { BtErr_Clear() }
        if BtErr_GivenExceptionMatches(exception, BtExc_SystemExit) != 0 {
            var code: Ref?
            guard BtObject_GetOptionalAttrString(exception, "code", &code) > 0, let code else { return 0 }
            defer { Bt_DECREF_(code) }
            if code == noneRef { return 0 }
            var overflow: CInt = 0
            let value = BtLong_AsLongAndOverflow(code, &overflow)
            if BtErr_Occurred() == nil { return CInt(truncatingIfNeeded: value & 0xFF) }
            BtErr_Clear()
            StandardError.write((BtObject_Str(code).map(swiftString) ?? "") + "\n")
            return 1
        }
        BtErr_DisplayException(exception)
        return 1
    }
}
