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

    var groups: [RowGroup] {
        var groups: [RowGroup] = []
        func add(_ name: String, _ measure: @escaping () throws -> [Row]) {
            groups.append(RowGroup(name: name, measure: measure))
        }
        for kind in ["CDLL", "PyDLL"] {
            let what = "labs through \(kind)"
            add(what) { try compared(what, ["labs", kind], .atMost(0.5)) }
            add("\(what), with argtypes") { try compared("\(what), with argtypes", ["typed_labs", kind], .none) }
        }
        add("a call under lazy and hold", lazyAndHold)
        let sorting = "qsort of 10 000 ints, comparator in Python"
        add(sorting) { try compared(sorting, ["qsort"], .atMost(0.6)) }
        add("a callback from a foreign thread", foreignCallback)
        for (text, nanoseconds) in [("50 ns", "50"), ("5 µs", "5000"), ("500 µs", "500000")] {
            for (place, beside) in [("alone", "alone"), ("beside a busy thread", "busy")] {
                let what = "auto against the best fixed policy, \(text), \(place)"
                add(what) { try automatic(what, nanoseconds, beside) }
            }
        }
        return groups
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

    /// What is done under hold, release, lazy and auto, from which the best fixed policy is the one whose median is best:
    /// the best of each pair would be one that was lucky.
    private func automatic(_ what: String, _ nanoseconds: String, _ beside: String) throws -> [Row] {
        let measured = try (0..<pairs).map { _ in
            let done = try figures(baton, ["policies", work, nanoseconds, beside])
            guard done.count == 4 else { throw BenchError(description: "expected four figures, got \(done.count)") }
            return done
        }
        let fixed = ["hold", "release", "lazy"].enumerated().map { policy, name in
            (name: name, done: measured.map { $0[policy] })
        }
        guard let best = fixed.max(by: { Estimate.median($0.done) < Estimate.median($1.done) }) else { return [] }
        return [
            Row(
                name: what, unit: beside == "alone" ? "calls/s" : "share", peerName: best.name, target: .atLeast(0.9),
                pairs: zip(measured, best.done).map { ($0[3], $1) })
        ]
    }
}
