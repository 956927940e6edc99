/// How deep programs may be nested, so that recursion over a tree, freeing it included, stays within a thread's stack.
public enum SyntaxLimits {
    /// The tallest expression; a longer chain such as `a + a + …` is a RecursionError.
    public static let height: UInt32 = 6000
    /// The deepest nesting of what the parser recurses on; a deeper one is a MemoryError, as in CPython.
    public static let nesting = 2000
    /// Open brackets, as in CPython's tokenizer.
    public static let brackets = 200
    /// Blocks within blocks, as in CPython's tokenizer.
    public static let indentation = 100
}
