import BatonRuntime
import CBaton

extension DemoKernel {
    /// zlib: compress, decompress, crc32, on parts of 256 KiB.
    static func compression(_ input: DemoInput) throws -> [DemoKernel] {
        let parts = input.parts(of: 256 << 10)
        let plain = try parts.map { part in Pinned(try Extension.bytes(part)) }
        let compress = Pinned(try Extension.attribute("zlib", "compress"))
        let decompress = Pinned(try Extension.attribute("zlib", "decompress"))
        let crc32 = Pinned(try Extension.attribute("zlib", "crc32"))

        // Compressing gives the same bytes each time: what is checked here once, by decompressing it, is what every
        // result is compared with.
        let compressed = try plain.map { part in
            let result = try Extension.call(compress.object, part.object)
            let back = try Extension.call(decompress.object, result)
            defer { release(back) }
            guard isEqual(back, Extension.contents(part.object)) else {
                throw Failure("zlib.decompress does not give back what zlib.compress was given")
            }
            return Pinned(result)
        }
        let checksums = parts.map(crc32Reference)

        return [
            DemoKernel(name: "zlib.compress", unit: .megabytes) { index throws(Failure) in
                let part = index % plain.count
                let result = try Extension.call(compress.object, plain[part].object)
                defer { release(result) }
                let expected = Extension.contents(compressed[part].object)
                return Call(amount: Double(BtBytes_Size(plain[part].object)), isRight: isEqual(result, expected))
            },
            DemoKernel(name: "zlib.decompress", unit: .megabytes) { index throws(Failure) in
                let part = index % plain.count
                let result = try Extension.call(decompress.object, compressed[part].object)
                defer { release(result) }
                let expected = Extension.contents(plain[part].object)
                return Call(amount: Double(expected.count), isRight: isEqual(result, expected))
            },
            DemoKernel(name: "zlib.crc32", unit: .megabytes) { index throws(Failure) in
                let part = index % plain.count
                let result = try Extension.call(crc32.object, plain[part].object)
                defer { release(result) }
                let value = UInt32(truncatingIfNeeded: BtLong_AsUnsignedLong(result))
                return Call(
                    amount: Double(BtBytes_Size(plain[part].object)), isRight: value == checksums[part])
            },
        ]
    }
}

/// CRC-32 from its definition, byte by byte.
private func crc32Reference(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    let table = (0..<256).map { (byte: UInt32) in
        (0..<8).reduce(byte) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
    return ~bytes.reduce(~UInt32(0)) { crc, byte in crc >> 8 ^ table[Int((crc ^ UInt32(byte)) & 0xff)] }
}
