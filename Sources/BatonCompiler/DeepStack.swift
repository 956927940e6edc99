/// Work whose recursion a source decides, on threads of any stack.
public enum DeepStack {
    /// What a byte of a source costs at most, if every one of them nests: as deep as the parser and the compiler go.
    private static let bytesPerLevel = 16 * 1024
    private static let enough = 7 << 20
    private static let ofItsOwn = 16 << 20

    /// Runs `body`, which parses and compiles so many bytes of source, here if the stack reaches, else on a thread of its own.
    ///
    /// - Parameter limit: the lowest address that this thread's stack may reach.
    public static func run<Value>(forSource count: Int, above limit: UInt, _ body: () -> Value) -> Value {
        var mark: UInt8 = 0
        let here = withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
        let left = here > limit ? here - limit : 0
        let wanted = min(count, enough / bytesPerLevel) * bytesPerLevel + 16 * bytesPerLevel
        if left >= UInt(wanted) { return body() }
        return StackDemand.onThread(stack: ofItsOwn, body)
    }
}
