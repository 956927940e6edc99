#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How far the current thread's stack reaches. It grows down on every machine that Swift runs on.
enum StackBound {
    /// An address in the frame of the caller.
    @inline(__always)
    static var here: UInt {
        var mark: UInt8 = 0
        return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
    }

    /// The lowest address that recursion may reach from here.
    static var floor: UInt { here - budget }

    #if canImport(Darwin)
        /// Half of what is left of the thread's stack: the other half is for what follows on the tree.
        private static var budget: UInt {
            let top = UInt(bitPattern: pthread_get_stackaddr_np(pthread_self()))
            return (UInt(pthread_get_stacksize_np(pthread_self())) - (top - here)) / 2
        }
    #else
        /// Most of the stack that a thread has by default: what is left is for callers.
        private static let budget: UInt = {
            let usual: UInt = 8 << 20
            var limit = rlimit()
            guard getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0 else { return usual * 3 / 4 }
            return min(UInt(limit.rlim_cur), usual) * 3 / 4
        }()
    #endif
}
