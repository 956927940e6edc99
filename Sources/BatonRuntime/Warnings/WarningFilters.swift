internal import CBaton
internal import Glibc

// Which warnings are shown: rules in order, the first that fits decides. Native data, made once and then read only, so it
// needs no guard but that of its making.

enum WarningAction: String {
    case ignore, error, always, `default`, module, once
}

struct WarningFilter {
    var action: WarningAction
    var message = ""
    var category: Ref
    var module = ""
    var line = 0

    func fits(_ category: Ref, _ message: String, _ module: String, _ line: Int) -> Bool {
        guard BtType_IsSubtype(asType(category), asType(self.category)) != 0 else { return false }
        return (self.message.isEmpty || message.lowercased().hasPrefix(self.message.lowercased()))
            && (self.module.isEmpty || module == self.module) && (self.line == 0 || line == self.line)
    }
}

// SAFETY: because a `let` is made once under the initialiser's own lock, and the classes in it are immortal.
nonisolated(unsafe) private let filters: [WarningFilter] = environmentFilters() + defaultFilters()

/// What to do with a warning.
func warningAction(_ category: Ref, _ message: String, module: String, line: Int) -> WarningAction {
    filters.first { $0.fits(category, message, module, line) }?.action ?? .default
}

/// Python's own, in its order.
private func defaultFilters() -> [WarningFilter] {
    [
        WarningFilter(action: .default, category: BtExc_DeprecationWarning, module: "__main__"),
        WarningFilter(action: .ignore, category: BtExc_DeprecationWarning),
        WarningFilter(action: .ignore, category: BtExc_PendingDeprecationWarning),
        WarningFilter(action: .ignore, category: BtExc_ImportWarning),
        WarningFilter(action: .ignore, category: BtExc_ResourceWarning),
    ]
}

/// Those of BATON_WARNINGS; the last one counts first. One that cannot be read is reported and left out.
private func environmentFilters() -> [WarningFilter] {
    guard let text = getenv("BATON_WARNINGS").map({ String(cString: $0) }) else { return [] }
    return text.split(separator: ",").compactMap { rule in
        let filter = parse(rule)
        if filter == nil { writeError("baton: BATON_WARNINGS: the rule '\(rule)' is not understood\n") }
        return filter
    }.reversed()
}

/// `action[:message[:category[:module[:line]]]]`; an action may be shortened.
private func parse(_ rule: Substring) -> WarningFilter? {
    let fields = rule.split(separator: ":", omittingEmptySubsequences: false).map(trimmed)
    guard fields.count <= 5, let action = action(fields[0]) else { return nil }
    var filter = WarningFilter(action: action, category: BtExc_Warning)
    if fields.count > 1 { filter.message = fields[1] }
    if fields.count > 2, !fields[2].isEmpty {
        guard let category = category(fields[2]) else { return nil }
        filter.category = category
    }
    if fields.count > 3 { filter.module = fields[3] }
    if fields.count > 4, !fields[4].isEmpty {
        guard let line = Int(fields[4]), line >= 0 else { return nil }
        filter.line = line
    }
    return filter
}

private func trimmed(_ text: Substring) -> String {
    let head = text.drop { $0 == " " }
    return String(head.reversed().drop { $0 == " " }.reversed())
}

private func action(_ text: String) -> WarningAction? {
    guard !text.isEmpty else { return .default }
    if text == "all" { return .always }
    let all: [WarningAction] = [.default, .always, .ignore, .module, .once, .error]
    return all.first { $0.rawValue.hasPrefix(text) }
}

/// A built-in category by its name.
private func category(_ name: String) -> Ref? {
    var found: Ref?
    forEachException { type, _ in
        if typeName(of: type) == name, BtType_IsSubtype(type, _bt_exc_Warning_()) != 0 { found = type.ref }
    }
    return found
}
