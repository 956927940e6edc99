import BatonRuntime
import CBaton
import CBaton.Host
internal import Glibc

/// Runs scripts: `baton file.py`, `baton -c code`, `baton -`, and the prompt.
enum ScriptRun {
    /// Run what the arguments ask for, and give the exit status; nil: they ask for a command.
    static func status(_ given: [String]) -> CInt? {
        let arguments: ScriptArguments
        do {
            guard let parsed = try ScriptArguments.parse(given) else { return nil }
            arguments = parsed
        } catch {
            StandardError.write("baton: \(error)\n")
            return 2
        }
        var info = stat()
        if fstat(STDIN_FILENO, &info) == 0, info.st_mode & S_IFMT == S_IFDIR {
            StandardError.write("baton: <stdin> is a directory, cannot continue\n")
            return 1
        }
        var source: [UInt8] = []
        if case .file(let path) = arguments.source {
            guard let contents = read(path) else {
                // A word may have been meant for a command.
                if !Installation.exists(path), path.allSatisfy({ $0.isLetter || $0 == "-" }) {
                    StandardError.write("baton: nor is '\(path)' a command: baton help lists them\n")
                }
                return 2
            }
            source = contents
        }
        guard start(arguments) else { return 1 }
        return ScriptEnd.end(with: run(arguments, source))
    }

    /// The contents of a script; nil: standard error says why there are none.
    private static func read(_ path: String) -> [UInt8]? {
        switch fileContents(path) {
        case .success(let contents): return contents
        case .failure(let failure):
            if failure.number == EISDIR {
                let main = "\(path)/__main__.py"
                if case .success(let contents) = fileContents(main) { return contents }
                StandardError.write("baton: can't find '__main__' module in '\(absolute(path))'\n")
                return nil
            }
            let reason = "[Errno \(failure.number)] \(failure.text)"
            StandardError.write("baton: can't open file '\(absolute(path))': \(reason)\n")
            return nil
        }
    }

    private static func start(_ arguments: ScriptArguments) -> Bool {
        // A closed pipe is seen by whoever writes to it.
        signal(SIGPIPE, SIG_IGN)
        var config = BtConfig()
        BtConfig_Init(&config)
        if let scheduler = arguments.scheduler { config.scheduler = CInt(scheduler.value.rawValue) }
        if let interval = arguments.interval { config.switch_interval = interval }
        if arguments.isChecked { config.checked = 1 }
        if arguments.isFreeThreaded { config.free_threaded = 1 }
        guard Bt_InitializeFromConfig(&config) == 0 else { return false }
        _bt_signals_install()
        return true
    }

    /// Run the script; false: an exception is set.
    private static func run(_ arguments: ScriptArguments, _ source: [UInt8]) -> Bool {
        guard let sys = BtImport_ImportModule("sys") else { return false }
        release(sys)
        guard let main = BtImport_AddModuleRef("__main__"), let globals = BtModule_GetDict(main),
            setUpMain(globals)
        else { return false }
        let row = scriptArguments(arguments)
        switch arguments.source {
        case .code(let text):
            guard setScriptArguments(row, path: [""] + standardModulePath()) else { return false }
            keepSource(Array(text.utf8), of: "<string>")
            return execute(Array(text.utf8), file: "<string>", .text, globals)
        case .module(let name):
            guard setScriptArguments(row, path: [currentFolder()] + standardModulePath()) else {
                return false
            }
            return runModule(name, globals)
        case .file(let path):
            let full = absolute(path)
            if isFolder(path) {
                let main = "\(full)/__main__.py"
                return setScriptArguments(row, path: [full] + standardModulePath())
                    && setPlace(globals, ProgramPlace(path: main, name: "__main__", package: ""))
                    && execute(source, file: main, .bytes, globals)
            }
            let folder = Installation.parent(of: resolved(full))
            return setScriptArguments(row, path: [folder] + standardModulePath())
                && setFile(globals, full) && execute(source, file: full, .program, globals)
        case .listing(let path):
            guard let contents = read(path) else { return exit(2) }
            guard let text = disassembly(of: contents, file: path) else { return false }
            StandardOutput.write(text)
            return true
        case .standardInput:
            guard setScriptArguments(row, path: [""] + standardModulePath()) else { return false }
            if isatty(STDIN_FILENO) == 1 { return Prompt.run(globals) }
            return execute(standardInput(), file: "<stdin>", .program, globals)
        }
    }

    /// `sys.argv`, as bytes: a file's name need not be UTF-8.
    private static func scriptArguments(_ arguments: ScriptArguments) -> [[UInt8]] {
        [Array(arguments.name.utf8)]
            + arguments.rest.map { index in
                guard let text = CommandLine.unsafeArgv[index] else { return [] }
                return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
            }
    }

    /// Raise SystemExit.
    private static func exit(_ status: Int) -> Bool {
        guard let code = makeInt(status) else { return false }
        BtErr_SetObject(BtExc_SystemExit, code)
        release(code)
        return false
    }

    private static func setUpMain(_ globals: Ref) -> Bool {
        guard let builtins = BtImport_ImportModule("builtins") else { return false }
        defer { release(builtins) }
        return BtDict_SetItemString(globals, "__builtins__", builtins) >= 0
    }

    private static func setFile(_ globals: Ref, _ path: String) -> Bool {
        guard let file = makeString(path) else { return false }
        defer { release(file) }
        return BtDict_SetItemString(globals, "__file__", file) >= 0
    }

    /// Compile and run; false: an exception is set.
    private static func execute(
        _ source: [UInt8], file: String, _ origin: SourceOrigin, _ globals: Ref
    ) -> Bool {
        guard let code = compileToCode(source, file: file, origin: origin) else { return false }
        defer { release(code) }
        guard let result = evaluate(code, globals: globals) else { return false }
        release(result)
        return true
    }

    /// `-m`: the module's file as the program.
    private static func runModule(_ name: String, _ globals: Ref) -> Bool {
        guard let found = programPlace(ofModule: name) else { return errorOccurred() ? false : noModule(name) }
        switch fileContents(found.path) {
        case .success(let contents):
            return nameProgram(found.path) && setPlace(globals, found)
                && execute(contents, file: found.path, .bytes, globals)
        case .failure(let failure):
            StandardError.write("baton: can't open file '\(found.path)': [Errno \(failure.number)] \(failure.text)\n")
            return exit(2)
        }
    }

    /// Tell that `-m` has no script to run.
    private static func noModule(_ name: String) -> Bool {
        StandardError.write("baton: No module named \(name)\n")
        return exit(1)
    }

    /// Put the path of a module in the place of "-m" in `sys.argv`.
    private static func nameProgram(_ path: String) -> Bool {
        guard let arguments = BtSys_GetObject("argv"), isList(arguments), BtList_Size(arguments) > 0 else {
            return true
        }
        guard let path = makeString(path) else { return false }
        return BtList_SetItem(arguments, 0, path) >= 0
    }

    /// Tell a program that a module's name or a folder led to where it stands.
    private static func setPlace(_ globals: Ref, _ place: ProgramPlace) -> Bool {
        guard setFile(globals, place.path), let package = makeString(place.package), let spec = place.spec else {
            return false
        }
        defer {
            release(package)
            release(spec)
        }
        return BtDict_SetItemString(globals, "__package__", package) >= 0
            && BtDict_SetItemString(globals, "__spec__", spec) >= 0
    }

    private static func standardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        let state = _bt_wait_begin()
        defer { _bt_wait_end(state) }
        while true {
            let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }

    private static func currentFolder() -> String {
        guard let folder = getcwd(nil, 0) else { return "" }
        defer { free(folder) }
        return String(cString: folder)
    }

    private static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        let folder = currentFolder()
        var parts = folder.split(separator: "/").map(String.init)
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { parts = parts.dropLast() } else { parts.append(String(part)) }
        }
        return "/" + parts.joined(separator: "/")
    }

    private static func resolved(_ path: String) -> String {
        guard let full = realpath(path, nil) else { return path }
        defer { free(full) }
        return String(cString: full)
    }

    private static func isFolder(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }
}
