import BatonRuntime
import CBaton
internal import Glibc

/// One thing that the demo measures: a function of an extension, called again and again.
struct DemoKernel: Sendable {
    enum Unit: String {
        case megabytes = "MB/s"
        case gigaflops = "GFLOP/s"
        case calls = "calls/s"

        /// How many bytes, operations or calls are one of the unit.
        var scale: Double {
            switch self {
            case .megabytes: 1e6
            case .gigaflops: 1e9
            case .calls: 1
            }
        }
    }

    /// What one call did.
    struct Call {
        /// Bytes, floating-point operations or calls.
        let amount: Double
        /// Whether the result is the one that the reference has.
        let isRight: Bool
    }

    let name: String
    let unit: Unit
    /// Make call number `index`, by an attached thread.
    let call: @Sendable (_ index: Int) throws(Failure) -> Call

    /// All kernels on an input. The references are computed here, by other means than the functions that are measured.
    static func all(_ input: DemoInput) throws -> [DemoKernel] {
        try compression(input) + hashing(input) + matrices(input)
    }
}

/// A reference that is held as long as the process lives.
struct Pinned: @unchecked Sendable {
    // SAFETY: because only attached threads use it, and the reference is never dropped.
    let object: Ref

    init(_ object: Ref) { self.object = object }
}

/// Whether a bytes object holds exactly these bytes. Compared detached: the lock is for the extension that is measured.
func isEqual(_ bytes: Ref, _ expected: UnsafeRawBufferPointer) -> Bool {
    let contents = Extension.contents(bytes)
    guard contents.count == expected.count else { return false }
    guard !contents.isEmpty else { return true }
    let compare = { memcmp(contents.baseAddress!, expected.baseAddress!, contents.count) == 0 }
    return contents.count < 4096 ? compare() : RuntimeSession.detached(compare)
}
