/// The reserved words, found by their bytes packed into one word.
enum Keywords {
    /// Keyword texts; none is longer than eight bytes.
    static let texts: [(String, TokenKind)] = [
        ("False", .false), ("None", .none), ("True", .true), ("and", .and), ("as", .as), ("assert", .assert),
        ("async", .async), ("await", .await), ("break", .break), ("class", .class), ("continue", .continue),
        ("def", .def), ("del", .del), ("elif", .elif), ("else", .else), ("except", .except), ("finally", .finally),
        ("for", .for), ("from", .from), ("global", .global), ("if", .if), ("import", .import), ("in", .in),
        ("is", .is), ("lambda", .lambda), ("nonlocal", .nonlocal), ("not", .not), ("or", .or), ("pass", .pass),
        ("raise", .raise), ("return", .return), ("try", .try), ("while", .while), ("with", .with), ("yield", .yield),
    ]

    /// An open-addressed table over packed texts: an empty place has the text 0.
    // SAFETY: because it is filled once, before the initialiser returns, and only read afterwards.
    nonisolated(unsafe) static let table: UnsafePointer<(packed: UInt64, kind: TokenKind)> = {
        let table = UnsafeMutablePointer<(packed: UInt64, kind: TokenKind)>.allocate(capacity: size)
        table.initialize(repeating: (0, .name), count: size)
        for (text, kind) in texts {
            let packed = text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
            var place = hash(packed)
            while table[place].packed != 0 { place = (place + 1) % size }
            table[place] = (packed, kind)
        }
        return UnsafePointer(table)
    }()

    private static let size = 256

    private static func hash(_ packed: UInt64) -> Int {
        Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> 56)
    }

    /// The keyword of a text of at most eight bytes, or `name`.
    static func kind(of packed: UInt64, in table: UnsafePointer<(packed: UInt64, kind: TokenKind)>) -> TokenKind {
        var place = hash(packed)
        while table[place].packed != 0 {
            if table[place].packed == packed { return table[place].kind }
            place = (place + 1) % size
        }
        return .name
    }
}
