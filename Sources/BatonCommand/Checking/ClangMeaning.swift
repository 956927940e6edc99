/// What a warning of clang says, free of its wording and of which capability stands for what (annotations.h).
enum ClangMeaning {
    /// A function that needs an attached thread is called, or a guarded field touched, elsewhere.
    case needsAttached
    /// A save while detached, or a restore while attached.
    case twice(isRestore: Bool)
    /// Attached on some paths only; where the lock was last taken, if that is in the source.
    case doubtfulPath(acquired: Diagnostic?)
    /// A call that waits, while attached.
    case waits
    /// A call that attaches, while a native mutex is held.
    case holdsMutex
    /// A result that tells of an error is thrown away.
    case ignored
    /// The token of an attach that can fail is used untested.
    case notTested

    /// Nil: nothing of the contract.
    init?(_ diagnostic: Diagnostic) {
        let text = diagnostic.text
        let isOfBlock = text.contains("_bt_thread.block")
        if diagnostic.flag == "unused-result" {
            self = .ignored
        } else if diagnostic.flag.hasPrefix("nullability") || text.hasPrefix("Nullable pointer") {
            self = .notTested
        } else if !diagnostic.flag.hasPrefix("thread-safety") {
            return nil
        } else if text.contains("_bt_native.mutex") {
            guard text.hasPrefix("cannot call function") else { return nil }
            self = .holdsMutex
        } else if text.hasPrefix("cannot call function") {
            self = isOfBlock ? .needsAttached : .waits
        } else if text.contains("requires holding") {
            self = .needsAttached
        } else if text.hasSuffix("that was not held") {
            self = .twice(isRestore: isOfBlock)
        } else if text.hasSuffix("that is already held") {
            self = .twice(isRestore: !isOfBlock)
        } else if text.contains("on every path") || text.contains("at the end of function")
            || text.contains("at start of each loop")
        {
            self = .doubtfulPath(acquired: diagnostic.notes.first { $0.text.hasSuffix("acquired here") })
        } else {
            return nil
        }
    }

    var isOfBalance: Bool {
        switch self {
        case .twice, .doubtfulPath: true
        default: false
        }
    }
}
