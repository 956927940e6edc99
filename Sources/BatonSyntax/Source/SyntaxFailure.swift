/// Why a source is no program: what a `SyntaxError` object holds.
public struct SyntaxFailure: Error, Sendable, Hashable {
    /// The exception to raise.
    public enum Kind: Sendable {
        case syntax
        case indentation
        case tab
        case recursion
        case memory
        /// `_IncompleteInputError`: in the mode `single`, the text ends too early.
        case incompleteInput
    }

    public var kind: Kind
    public var message: String
    /// Empty: the message names it, and there is no place.
    public var file: String
    /// From 1; 0 where the error has no line.
    public var line: Int
    /// In characters from 1, as `SyntaxError.offset`; 0 points nowhere.
    public var column: Int
    public var endLine: Int
    /// In characters from 1, the place after the last one, as `SyntaxError.end_offset`; 0 is unknown.
    public var endColumn: Int
    /// The source line with its line feed; nothing where it is unknown.
    public var text: String?

    public init(
        kind: Kind, message: String, file: String, line: Int, column: Int, endLine: Int, endColumn: Int, text: String?
    ) {
        self.kind = kind
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
        self.text = text
    }
}
