import Foundation

/// The rows, each measured in interleaved pairs: Baton, peer, Baton, peer, …
struct Measurements {
    let baton: Host
    /// The newest CPython: what the runtime is compared with.
    let python: Host
    /// The CPython that shares zlib, OpenSSL and BLAS with Baton; nil where there is none with numpy.
    let sharedLibraryPython: Host?
    let batonPath: String
    let pythonPath: String
    /// The folder of the scripts, and those of the module `cases` for either host.
    let scriptFolder: String
    let batonCases: String
    let pythonCases: String
    let pairs: Int
    let progress: (String) -> Void

    /// Cases of which one figure is compared: (case, what it is, repetitions a process, target).
    static let single: [(name: String, what: String, count: Int, target: Target)] = [
        ("save_restore", "save + restore, nobody waiting", 1_000_000, .atMost(0.10)),
        ("attach_detach_foreign", "attach + detach of a foreign thread", 100_000, .atMost(0.25)),
        ("attach_detach_foreign_kept", "the same, peer's state kept alive", 100_000, .none),
        ("attach_in_turn", "two threads attach in turn", 20_000, .atMost(1.2)),
        ("incref_decref", "increment + decrement, owner", 10_000_000, .atMost(1.0)),
        ("call_noargs", "call, no argument", 1_000_000, .atMost(1.0)),
        ("call_fastcall", "call, fastcall, two arguments", 1_000_000, .atMost(1.0)),
        ("make_int", "make + free an int", 1_000_000, .atMost(1.0)),
        ("make_bytes16", "make + free a 16-byte bytes", 1_000_000, .atMost(1.0)),
        ("make_tuple3", "make + free a 3-tuple", 1_000_000, .atMost(1.0)),
        ("make_list_append", "make + free a list, one append", 1_000_000, .atMost(1.0)),
    ]

    /// Threads that release, beside one that is busy.
    static let convoys: [(name: String, what: String, target: Target)] = [
        ("short_release_beside_busy", "20 µs releases beside a busy thread", .atLeast(0.45)),
        ("sleepers_beside_busy", "16 threads that sleep 200 µs beside a busy thread", .none),
    ]

    /// Kernels on one thread, beside a CPython on the same libraries.
    static let kernels: [(name: String, what: String, count: Int)] = [
        ("kernel_sha256", "sha256 of 1 MiB, one thread", 20),
        ("kernel_compress", "zlib compress of 256 KiB, one thread", 5),
        ("kernel_matmul", "matmul 256 × 256 float64, one thread", 30),
    ]

    /// All rows.
    func groups() throws -> [RowGroup] {
        var groups: [RowGroup] = []
        func add(_ name: String, _ measure: @escaping () throws -> [Row]) {
            groups.append(RowGroup(name: name, measure: measure))
        }
        for row in Self.single {
            add(row.what) { [try compared(row.name, row.what, row.count, row.target, with: python)] }
        }
        for row in Self.convoys { add(row.what) { try convoy(row.name, row.what, row.target) } }
        for row in Self.kernels {
            add(row.what) {
                guard let shared = sharedLibraryPython else {
                    throw BenchError(description: "/usr/bin/python3 has no headers or no numpy")
                }
                return [try compared(row.name, row.what, row.count, .atMost(1.05), with: shared)]
            }
        }
        add("two threads against two processes", threadsAgainstProcesses)
        groups += try ForeignMeasurements(
            baton: batonPath, python: pythonPath, pythonName: python.name, pairs: pairs
        ).groups
        groups += threadScripts
        add("baton info, whole process") { [try wholeProcess("baton info, whole process")] }
        return groups + scripts
    }

    private func compared(
        _ name: String, _ what: String, _ count: Int, _ target: Target, with peer: Host
    ) throws -> Row {
        let measured = try interleaved(name, count, peer)
        return Row(
            name: what, unit: "ns", peerName: peer.name, target: target,
            pairs: measured.map { ($0.baton[0], $0.peer[0]) })
    }

    private func wholeProcess(_ what: String) throws -> Row {
        // Once before, so that neither reads its files from the disk.
        _ = (try wallTime([batonPath, "info"]), try wallTime([pythonPath, "-c", "pass"]))
        let walls = try (0..<pairs).map { _ in
            (baton: try wallTime([batonPath, "info"]), peer: try wallTime([pythonPath, "-c", "pass"]))
        }
        return Row(name: what, unit: "ns", peerName: "\(python.name) -c pass", target: .atMost(1.0), pairs: walls)
    }

    private func interleaved(_ name: String, _ count: Int, _ peer: Host) throws -> [(baton: [Double], peer: [Double])] {
        try (0..<pairs).map { _ in (try baton.figures(name, count), try peer.figures(name, count)) }
    }

    /// What is asked is the share of its own rate that each thread of Baton keeps; the peer's is shown beside it.
    private func convoy(_ name: String, _ what: String, _ target: Target) throws -> [Row] {
        let measured = try interleaved(name, 160, python)
        return ["those that release", "the busy thread"].enumerated().map { index, who in
            Row(
                name: "\(what): rate kept by \(who)", unit: "share", peerName: python.name, target: target,
                pairs: measured.map { ($0.baton[index], $0.peer[index]) }, ratio: { baton, _ in baton })
        }
    }

    /// Two threads of the demo against two processes of it, kernel by kernel.
    private func threadsAgainstProcesses() throws -> [Row] {
        struct Report: Decodable {
            struct Row: Decodable {
                let kernel: String
                let threads: Int
                let mode: String
                let rate: Double
                let verified: Bool
            }
            let rows: [Row]
        }
        func demo(_ threads: String) throws -> RunningCommand {
            try RunningCommand([batonPath, "demo", "--json", "--seconds", "0.05", "--threads", threads])
        }
        func rates(_ command: RunningCommand) throws -> [String: Double] {
            let report = try JSONDecoder().decode(Report.self, from: Data(command.finish().utf8))
            guard report.rows.allSatisfy(\.verified) else { throw BenchError(description: "demo: a wrong result") }
            return Dictionary(
                uniqueKeysWithValues: report.rows.map { ("\($0.kernel) \($0.mode) \($0.threads)", $0.rate) })
        }
        var released: [String: [(baton: Double, peer: Double)]] = [:]
        var held: [String: [(baton: Double, peer: Double)]] = [:]
        for pair in 0..<pairs {
            if pair % 5 == 0 { progress("round \(pair + 1) of \(pairs)") }
            let threads = try rates(demo("1,2"))
            let processes = [try demo("1"), try demo("1")]
            let both = try processes.map(rates)
            for key in threads.keys where key.hasSuffix(" released 2") {
                let kernel = String(key.dropLast(" released 2".count))
                guard let one = threads["\(kernel) released 1"], let two = threads[key],
                    let heldOne = threads["\(kernel) held 1"], let heldTwo = threads["\(kernel) held 2"]
                else { throw BenchError(description: "demo: rows are missing for \(kernel)") }
                let together = both.compactMap { $0["\(kernel) released 1"] }.reduce(0, +)
                released[kernel, default: []].append((two / one, together / one))
                held[kernel, default: []].append((heldTwo / heldOne, 1))
            }
        }
        return released.keys.sorted().flatMap { kernel in
            [
                Row(
                    name: "\(kernel), 2 threads released: speedup", unit: "×", peerName: "two Baton processes",
                    target: .atLeast(0.95), pairs: released[kernel] ?? []),
                Row(
                    name: "\(kernel), 2 threads held: speedup", unit: "×", peerName: "one thread",
                    target: .atMost(1.05), pairs: held[kernel] ?? []),
            ]
        }
    }
}
