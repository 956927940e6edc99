import Foundation
import TestSupport
import Testing

/// `python3`, with which results are compared.
enum Python {
    /// Run lines as `PythonLines.run` does, under python3: one result a line.
    static func run(_ lines: [String], modules: [String]) throws -> [String] {
        let program = """
            import json, sys
            names = {}
            lines, modules = json.load(sys.stdin)
            for module in modules:
                names[module] = __import__(module)
            results = []
            for line in lines:
                try:
                    target, sign, source = line.partition(" = ")
                    if sign and target.isidentifier():
                        names[target] = eval(source, names)
                        results.append("")
                    else:
                        results.append(repr(eval(line, names)))
                except Exception as error:
                    results.append(f"{type(error).__qualname__}: {error}")
            print(json.dumps(results))
            """
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        let data = try bounded(process) {
            try input.fileHandleForWriting.write(contentsOf: JSONSerialization.data(withJSONObject: [lines, modules]))
            try input.fileHandleForWriting.close()
            return output.fileHandleForReading.readDataToEndOfFile()
        }
        return try JSONDecoder().decode([String].self, from: data)
    }
}

/// Run the lines here and under python3, and expect the same of each.
///
/// The name of an exception's module is left out: Python says `error`, Baton `zlib.error`.
func expectSameAsPython(
    _ lines: [String], modules: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let expected = try Python.run(lines, modules: modules)
    let results = Attached.run { PythonLines.run(lines, modules: modules) }
    try #require(results.count == expected.count, "\(results)", sourceLocation: sourceLocation)
    for (line, (result, expected)) in zip(lines, zip(results, expected)) {
        #expect(withoutModule(result) == withoutModule(expected), "\(line)", sourceLocation: sourceLocation)
    }
}

private func withoutModule(_ result: String) -> Substring {
    guard let colon = result.firstRange(of: ": "), let dot = result[..<colon.lowerBound].lastIndex(of: "."),
        result[..<colon.lowerBound].allSatisfy({ $0.isLetter || $0 == "." || $0 == "_" })
    else { return result[...] }
    return result[result.index(after: dot)...]
}
