import Foundation

/// Scripts whose threads run beside each other: what the scheduler makes of them.
extension Measurements {
    /// An echo server beside a busy thread, and how long two busy threads run in turn.
    var threadScripts: [RowGroup] {
        [
            RowGroup(name: "echo beside a busy thread", measure: echoBesideBusy),
            RowGroup(name: "between switches of two busy threads", measure: switchIntervals),
        ]
    }

    /// What is asked is the share of the rate beside a busy process that is left beside a busy thread.
    private func echoBesideBusy() throws -> [Row] {
        let measured = try scriptFigures("echo_beside_busy.py")
        return [
            Row(
                name: "echo beside a busy thread, of its rate beside a busy process", unit: "share",
                peerName: python.name, target: .atLeast(0.8),
                pairs: measured.map { ($0.baton[0] / $0.baton[1], $0.peer[0] / $0.peer[1]) },
                ratio: { baton, _ in baton })
        ]
    }

    /// What is asked is how far Baton's figure is from the setting.
    private func switchIntervals() throws -> [Row] {
        let measured = try scriptFigures("switch_intervals.py")
        let asked = [("mean", Target.atMost(0.05)), ("99th percentile", Target.atMost(0.5))]
        return asked.enumerated().map { index, asked in
            Row(
                name: "between switches of two busy threads, \(asked.0): off the setting", unit: "settings",
                peerName: python.name, target: asked.1,
                pairs: measured.map { ($0.baton[index], $0.peer[index]) }, ratio: { baton, _ in abs(baton - 1) })
        }
    }

    /// What a script prints under Baton and under the peer, in turns.
    private func scriptFigures(_ name: String) throws -> [(baton: [Double], peer: [Double])] {
        func figures(_ program: String) throws -> [Double] {
            let numbers = try run([program, "\(scriptFolder)/\(name)"]).split(whereSeparator: \.isWhitespace).compactMap
            {
                Double($0)
            }
            guard numbers.count == 2 else { throw BenchError(description: "\(name): not two figures under \(program)") }
            return numbers
        }
        return try (0..<pairs).map { _ in (try figures(batonPath), try figures(pythonPath)) }
    }
}
