import Foundation

/// The rows on ctypes: the same script under both programs, each figure from a process of its own.
struct ForeignMeasurements {
    let baton: String
    let python: String
    let pythonName: String
    let pairs: Int
    let script: String
    /// The library that the script calls.
    let work: String

    /// Build the library.
    init(baton: String, python: String, pythonName: String, pairs: Int) throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let products = sources.appending(path: ".build/foreign")
        try FileManager.default.createDirectory(at: products, withIntermediateDirectories: true)
        self.baton = baton
        self.python = python
        self.pythonName = pythonName
        self.pairs = pairs
        script = sources.appending(path: "Foreign/foreign.py").path
        work = products.appending(path: "work.so").path
        try run([
            "/usr/bin/cc", "-O2", "-shared", "-fPIC", "-pthread", "-o", work,
            sources.appending(path: "Foreign/work.c").path,
        ])
    }

    /// All rows, by what they are.
    var rows: [(what: String, measure: () throws -> [Row])] {
        var rows: [(what: String, measure: () throws -> [Row])] = []
        for kind in ["CDLL", "PyDLL"] {
            rows.append(
                ("labs through \(kind)", { try compared("labs through \(kind)", ["labs", kind], .atMost(0.5)) }))
            rows.append(
                (
                    "labs through \(kind), with argtypes",
                    { try compared("labs through \(kind), with argtypes", ["typed_labs", kind], .none) }
                ))
        }
        rows.append(("a call under lazy and hold", lazyAndHold))
        rows.append(
            (
                "qsort of 10 000 ints, comparator in Python",
                { try compared("qsort of 10 000 ints, comparator in Python", ["qsort"], .atMost(0.6)) }
            ))
        rows.append(("a callback from a foreign thread", foreignCallback))
        for (text, nanoseconds) in [("50 ns", "50"), ("5 µs", "5000"), ("500 µs", "500000")] {
            for beside in ["alone", "busy"] {
                let place = beside == "alone" ? "alone" : "beside a busy thread"
                let what = "auto against the best fixed policy, \(text), \(place)"
                rows.append((what, { try automatic(what, nanoseconds, beside) }))
            }
        }
        return rows
    }

    private func figures(_ program: String, _ words: [String]) throws -> [Double] {
        let text = try run([program, script] + words)
        let figures = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        guard !figures.isEmpty else { throw BenchError(description: "no figure in: \(text)") }
        return figures
    }

    private func compared(_ name: String, _ words: [String], _ target: Target) throws -> [Row] {
        let measured = try (0..<pairs).map { _ in
            (baton: try figures(baton, words)[0], peer: try figures(python, words)[0])
        }
        return [Row(name: name, unit: "ns", peerName: pythonName, target: target, pairs: measured)]
    }

    private func lazyAndHold() throws -> [Row] {
        let measured = try (0..<pairs).map { _ in
            let pair = try figures(baton, ["lazy_hold"])
            return (baton: pair[0], peer: pair[1])
        }
        return [
            Row(
                name: "a call under lazy: ns more than under hold", unit: "ns", peerName: "under hold",
                target: .atMost(12), pairs: measured, ratio: { $0 - $1 })
        ]
    }

    private func foreignCallback() throws -> [Row] {
        let measured = try (0..<pairs).map { _ in
            let pair = try figures(baton, ["callback", work])
            return (baton: pair[0], peer: pair[1])
        }
        return [
            Row(
                name: "a callback from a foreign thread seen before: ns more than its body", unit: "ns",
                peerName: "its body", target: .atMost(250), pairs: measured, ratio: { $0 - $1 }),
            Row(
                name: "the same, beside CPython's", unit: "ns", peerName: pythonName, target: .none,
                pairs: try measured.map { ($0.baton, try figures(python, ["callback", work])[0]) }),
        ]
    }

    /// The figures are what is done under hold, release, lazy and auto.
    private func automatic(_ what: String, _ nanoseconds: String, _ beside: String) throws -> [Row] {
        let measured = try (0..<max(pairs / 4, 1)).map { _ in
            let done = try figures(baton, ["policies", work, nanoseconds, beside])
            guard done.count == 4 else { throw BenchError(description: "expected four figures, got \(done.count)") }
            return (baton: done[3], peer: done[0..<3].max()!)
        }
        return [
            Row(
                name: what, unit: beside == "alone" ? "calls/s" : "share", peerName: "the best of hold, release, lazy",
                target: .atLeast(0.9), pairs: measured)
        ]
    }
}
