/// A bar on the terminal, drawn on standard error; nothing where there is no terminal.
struct ProgressBar {
    private let isShown = StandardOutput.isTerminal && StandardError.isTerminal
    private let total: Int
    private static let width = 30

    init(total: Int) { self.total = total }

    func show(_ done: Int, _ what: String) {
        guard isShown else { return }
        let filled = total == 0 ? 0 : done * Self.width / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        StandardError.write("\r\u{1b}[K\(bar) \(done)/\(total)  \(what)")
    }

    func clear() {
        guard isShown else { return }
        StandardError.write("\r\u{1b}[K")
    }
}
