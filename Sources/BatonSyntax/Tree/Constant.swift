/// A value that is written out in the source: the `value` of Python's `ast.Constant`.
///
/// Neighbouring strings are joined. The `u` prefix leaves no trace.
public enum Constant: Sendable, Hashable {
    case none
    case `true`
    case `false`
    case ellipsis
    /// An integer that fits in a machine word; never negative.
    case integer(Int)
    /// A larger one: its digits without prefix and underscores, in radix 2, 8, 10 or 16.
    case largeInteger(digits: String, radix: Int)
    case float(Double)
    /// `2.5j`: a complex number without a real part.
    case imaginary(Double)
    case string(String)
    /// A string in which `\ud800`-like escapes left lone surrogates: its code points.
    case surrogateString([UInt32])
    case bytes([UInt8])
}
