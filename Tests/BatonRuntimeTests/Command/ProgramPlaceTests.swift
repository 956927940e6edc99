import Foundation
import Testing

/// A folder or a module's name as the program: what it is told of where it stands, as python3 tells it.
@Suite(.enabled(if: ScriptOracle.python != nil, "no python3 of version 3.13 or later"))
struct `A program that is no file` {
    private static let main = """
        import sys
        print(__name__, repr(__package__), __spec__.name, repr(__spec__.parent), __spec__.origin == __file__)
        print(__file__, sys.argv, sys.path[0])
        try:
            from . import other
        except ImportError as error:
            import other
            print(error)
        print(other.__name__, other.__package__, other.__spec__.origin == other.__file__)
        """

    @Test(
        arguments: [
            ["box", "a", "b"], ["-m", "box", "a"], ["-m", "box.part"], ["-m", "box.inner"], ["-m", "plain"],
        ])
    func `is told as by python3 where it stands`(_ arguments: [String]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "place-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for inner in ["box", "box/inner"] {
            let place = folder.appending(path: inner)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try Data(Self.main.utf8).write(to: place.appending(path: "__main__.py"))
            try Data().write(to: place.appending(path: "__init__.py"))
            try Data().write(to: place.appending(path: "other.py"))
        }
        try Data(Self.main.utf8).write(to: folder.appending(path: "box/part.py"))
        try Data("from box import other\n\(Self.main)".utf8).write(to: folder.appending(path: "plain.py"))
        try Data().write(to: folder.appending(path: "other.py"))
        let expected = try ScriptOracle.start(
            "env", ["-C", folder.path, ScriptOracle.python!] + arguments)
        let outcome = try Program.run(arguments, in: folder.path)
        #expect(outcome.output == expected.output, "\(outcome.errors)")
        #expect(outcome.status == expected.status)
    }
}
