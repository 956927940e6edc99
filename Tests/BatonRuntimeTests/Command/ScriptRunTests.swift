import Foundation
import TestSupport
import Testing

/// What the command says and does where it is not used as it is meant.
@Suite struct `A run of a script` {
    @Test(
        arguments: [
            (["--schedulers", "ticks", "x.py"], "baton: unknown option --schedulers\n"),
            (["--check-jsonx=a", "x.py"], "baton: unknown option --check-jsonx=a\n"),
            (["--interval", "nan", "x.py"], "baton: the switch interval 'nan' is no number of seconds above 0\n"),
            (["--scheduler"], "baton: argument expected for the --scheduler option\n"),
            (["-c"], "baton: argument expected for the -c option\n"),
        ])
    func `names an option that is none`(_ arguments: [String], _ message: String) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.errors == message)
        #expect(outcome.status == 2)
    }

    @Test(arguments: ["inf", "1e300", "1e-300"])
    func `takes any interval above 0`(_ interval: String) throws {
        let outcome = try Program.run(["--interval", interval, "-c", "print(1)"])
        #expect(outcome.output == "1\n", "\(outcome.errors)")
    }

    @Test func `tells of a word that is neither a file nor a command`() throws {
        let outcome = try Program.run(["isntall"])
        #expect(outcome.errors.contains("/isntall': [Errno 2] No such file or directory\n"))
        #expect(outcome.errors.hasSuffix("baton: nor is 'isntall' a command: baton help lists them\n"))
        #expect(outcome.status == 2)
        #expect(try !Program.run(["isntall.py"]).errors.contains("command"))
    }

    @Test(arguments: ["nosuch", "threading.nosuch"])
    func `tells of a module that is none`(_ name: String) throws {
        let outcome = try Program.run(["-m", name])
        #expect(outcome.errors == "baton: No module named \(name)\n")
        #expect(outcome.status == 1)
    }

    @Test(arguments: [
        ("exec baton -c 'print(1)' < /", "baton: <stdin> is a directory, cannot continue\n", 1),
        ("exec baton -c \"$(printf 'x = \\047\\377\\047')\"", "baton: what follows -c is not UTF-8\n", 2),
        ("exec baton help > /dev/full", "baton: standard output: No space left on device\n", 1),
        ("exec baton explain > /dev/full", "baton: standard output: No space left on device\n", 1),
    ])
    func `tells of streams and bytes that it cannot use`(_ command: String, _ message: String, _ status: Int) throws {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        let program = "'\(Program.path.path)'"
        shell.arguments = ["-c", command.replacingOccurrences(of: "exec baton", with: "exec \(program)")]
        shell.standardInput = FileHandle.nullDevice
        let errors = Pipe()
        shell.standardError = errors
        let text = try bounded(shell) { errors.fileHandleForReading.readDataToEndOfFile() }
        #expect(String(decoding: text, as: UTF8.self) == message)
        #expect(Int(shell.terminationStatus) == status)
    }

    @Test(arguments: [["--check"], ["--scheduler", "ticks", "--check"], ["--interval", "1", "--check-fail"]])
    func `is checked with the library that sees mutexes, wherever the option stands`(_ options: [String]) throws {
        let script = "print('libbatoncheck' in open('/proc/self/maps').read())"
        #expect(try Program.run(options + ["-c", script]).output == "True\n")
    }
}
