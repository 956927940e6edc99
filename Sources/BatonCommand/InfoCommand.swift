import ArgumentParser
import BatonRuntime
import CBaton
internal import Glibc

struct InfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Print versions, the mode, the scheduler, paths and libraries.")

    func run() throws {
        let text = try RuntimeSession.run { () -> String in
            let scheduler = String(cString: BtLock_GetSchedulerName(BtLock_GetScheduler()))
            let interval = BtEval_GetSwitchInterval() * 1000
            let isFreeThreaded = _bt_current_thread().pointee.free_threaded != 0
            let facts: [(String, String)] = [
                ("version", "\(BT_VERSION) (binary interface \(BT_ABI_VERSION))"),
                ("mode", isFreeThreaded ? "free-threaded" : "locked"),
                ("scheduler", scheduler),
                ("switch interval", "\(interval) ms"),
                ("program", Installation.program),
                ("headers", Installation.headerFolder ?? "not found"),
                ("BATON_PATH", getenv("BATON_PATH").map { String(cString: $0) } ?? "not set"),
                ("extensions in", searchFolders().joined(separator: ":")),
            ]
            let lines = facts + NativeLibrary.all.map { ($0.name, $0.summary) }
            let width = lines.map(\.0.count).max() ?? 0
            return lines.map { name, value in
                "\(name)\(String(repeating: " ", count: width - name.count))  \(value)\n"
            }.joined()
        }
        StandardOutput.write(text)
    }
}
