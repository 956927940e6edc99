import Foundation
import FoundationXML
import Testing

@Suite(.timeLimit(.minutes(5))) struct `baton bench` {
    private struct Report: Decodable {
        struct Spread: Decodable {
            let median, low, high: Double
            var isOrdered: Bool { low <= median && median <= high }
        }
        struct Row: Decodable {
            let threads: Int
            let mode: String
            let rate, speedup: Spread
        }
        struct Expectation: Decodable {
            let processors: Int
            let speedup: Spread
        }
        struct Fit: Decodable {
            let serial: Spread
            let expected: [Expectation]
        }
        struct Advice: Decodable {
            let verdict: String
            let bytes: Int?
            let cost: Double
        }
        struct Release: Decodable { let alone, contended: Double }
        let name, unit: String
        let processors: Int
        let held: Double
        let rows: [Row]
        let amdahl: Fit?
        let advice: Advice
        let release: Release
    }

    private func reports(_ output: String) throws -> [Report] {
        try JSONDecoder().decode([String: [Report]].self, from: Data(output.utf8))["benchmarks"]!
    }

    @Test func `measures a project's benchmarks, and draws them`() throws {
        try TemporaryProject.begin("blur") { project in
            let outcome = try project.run(
                "bench", "--json", "--seconds", "0.3", "--threads", "1,2", "--svg", "blur.svg")
            #expect(outcome.status == 0, "\(outcome.errors)")
            let reports = try reports(outcome.output)
            #expect(reports.map(\.name) == ["smooth, 1 MiB", "Histogram.add, 1 MiB"])
            for report in reports {
                #expect(report.unit == "MB/s")
                #expect(report.rows.map(\.threads) == [1, 1, 2, 2])
                #expect(report.rows.map(\.mode) == ["held", "released", "held", "released"])
                #expect(report.rows.allSatisfy { $0.rate.low > 0 && $0.rate.isOrdered && $0.speedup.isOrdered })
                #expect(report.rows.filter { $0.threads == 1 }.allSatisfy { $0.speedup.median == 1 })
                // Work on a megabyte is detached.
                #expect(report.held > 0 && report.held < 0.95)
                #expect(["from-size", "never"].contains(report.advice.verdict))
                #expect(report.advice.bytes.map { $0 > 0 } == true)
                #expect(report.release.alone > 0 && report.release.contended > 0)
            }
            let chart = try Data(contentsOf: URL(filePath: "\(project.folder)/blur.svg"))
            #expect(XMLParser(data: chart).parse())
            #expect(String(decoding: chart, as: UTF8.self).contains("smooth, 1 MiB"))
        }
    }

    @Test(.enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1, "one processor"))
    func `expects of more cores what the law says for the serial part`() throws {
        let outcome = try Program.run(
            ["bench", "hashlib.sha256", "@\(Program.path.path)", "--json", "--seconds", "0.3", "--threads", "1,2"])
        let report = try #require(reports(outcome.output).first, "\(outcome.errors)")
        let fit = try #require(report.amdahl)
        #expect(fit.expected.map(\.processors) == [4, 8, 16, 64])
        for expectation in fit.expected {
            func law(_ serial: Double) -> Double {
                Double(expectation.processors) / (1 + serial * Double(expectation.processors - 1))
            }
            #expect(abs(expectation.speedup.median - law(fit.serial.median)) < 1e-9)
            // The more is serial, the less is to be expected.
            #expect(abs(expectation.speedup.low - law(fit.serial.high)) < 1e-9)
            #expect(abs(expectation.speedup.high - law(fit.serial.low)) < 1e-9)
        }
        // The time with the lock is serial, whatever the speedups show.
        #expect(fit.serial.low >= report.held && fit.serial.high <= 1)
    }

    @Test func `tells of a function that keeps the lock that it does`() throws {
        let outcome = try Program.run(["bench", "math.sqrt", "2.0", "--seconds", "0.2", "--threads", "1"])
        #expect(outcome.output.contains("with these arguments math.sqrt does not put it down"), "\(outcome.errors)")
        #expect(outcome.output.contains("Advised release (R7): not for calls like this one"))
    }

    @Test func `escapes names in the chart`() throws {
        try TemporaryProject.begin("blur") { project in
            try project.write(
                "benchmarks = {'a < b & \"c\" > d \\x01': (len, b'x' * 5000)}\n", "benchmarks/bench_blur.py")
            let outcome = try project.run("bench", "--seconds", "0.1", "--threads", "1", "--svg", "chart.svg")
            #expect(outcome.output.contains("chart.svg: the picture"), "\(outcome.errors)")
            let chart = try Data(contentsOf: URL(filePath: "\(project.folder)/chart.svg"))
            #expect(XMLParser(data: chart).parse())
        }
    }

    @Test func `refuses what it cannot measure with the reason`() throws {
        for (arguments, reason) in [
            (["math"], "'math' does not name a function"), (["math.pi"], "math.pi cannot be called: it is a float"),
            (["nowhere.f"], "ModuleNotFoundError"), (["math.sqrt", "\"x\""], "TypeError"),
            (["math.sqrt", "x"], "argument 1, x: expected"),
            (["math.sqrt", "--seconds", "0"], "--seconds must be above 0"),
            (["nowhere.py"], "nowhere.py: no such file"),
        ] {
            let outcome = try Program.run(["bench"] + arguments)
            #expect(outcome.errors.contains(reason), "\(arguments): \(outcome.errors)")
            #expect(outcome.status != 0)
        }
        try TemporaryProject.begin("blur") { project in
            for (text, reason) in [
                ("", "has no benchmarks"), ("benchmarks = 1", "benchmarks is no dict"),
                ("benchmarks = {}", "no benchmarks"),
                ("benchmarks = {'a': 1}", "expected a tuple (function, argument, …)"), ("1 / 0", "ZeroDivisionError"),
            ] {
                try project.write(text + "\n", "benchmarks/bench_blur.py")
                let outcome = try project.run("bench")
                #expect(outcome.errors.contains(reason), "\(text): \(outcome.errors)")
                #expect(outcome.status == 1)
            }
        }
    }
}
