/// Something in a source that is allowed and probably not meant; the runtime issues it as a Python warning.
public struct SyntaxWarning: Sendable, Hashable {
    public let message: String
    public let line: Int

    init(_ message: String, line: UInt32) {
        self.message = message
        self.line = Int(line)
    }
}
