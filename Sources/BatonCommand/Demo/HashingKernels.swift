import BatonRuntime
import CBaton

extension DemoKernel {
    /// hashlib: sha256, and sha1, which is the faster one also where the processor helps both; on parts of 1 MiB, checked by the
    /// programs sha256sum and sha1sum.
    static func hashing(_ input: DemoInput) throws -> [DemoKernel] {
        let parts = input.parts(of: 1 << 20)
        let data = try parts.map { part in Pinned(try Extension.bytes(part)) }
        return try [("sha256", "sha256sum"), ("sha1", "sha1sum")].map { name, program in
            let function = Pinned(try Extension.attribute("hashlib", name))
            let expected = try parts.map { part in try hexDigest(of: part, by: program) }
            return DemoKernel(name: "hashlib.\(name)", unit: .megabytes) { index throws(Failure) in
                let part = index % data.count
                let hash = try Extension.call(function.object, data[part].object)
                defer { release(hash) }
                let digest = try Extension.callMethod(hash, "digest")
                defer { release(digest) }
                return Call(
                    amount: Double(BtBytes_Size(data[part].object)),
                    isRight: Extension.contents(digest).elementsEqual(expected[part]))
            }
        }
    }

    /// The digest that a program of the system computes of its standard input.
    private static func hexDigest(of bytes: ArraySlice<UInt8>, by program: String) throws -> [UInt8] {
        let outcome = try RuntimeSession.detached { try Subprocess([program]).run(input: bytes) }
        guard outcome.status == 0 else {
            throw Failure("\(program), which checks the results, failed (status \(outcome.status))")
        }
        let digits = outcome.output.prefix { $0 != UInt8(ascii: " ") }.compactMap {
            Character(Unicode.Scalar($0)).hexDigitValue
        }
        guard digits.count >= 40, digits.count % 2 == 0 else {
            throw Failure("\(program) printed no digest: \(outcome.text)")
        }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
