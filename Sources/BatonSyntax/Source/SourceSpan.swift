/// Where a node stands in its source, as Python's `lineno`, `col_offset`, `end_lineno` and `end_col_offset` say it.
///
/// Lines count from 1. Columns count bytes of UTF-8 from 0; the end is the place after the last byte.
public struct SourceSpan: Sendable, Hashable {
    public var line: UInt32
    public var column: UInt32
    public var endLine: UInt32
    public var endColumn: UInt32

    public init(line: UInt32, column: UInt32, endLine: UInt32, endColumn: UInt32) {
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
    }

    /// From the start of `self` to the end of `last`.
    public func through(_ last: SourceSpan) -> SourceSpan {
        SourceSpan(line: line, column: column, endLine: last.endLine, endColumn: last.endColumn)
    }
}
