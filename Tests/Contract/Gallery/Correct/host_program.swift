// gallery: correct
// title: A host application: it starts the runtime, imports, calls, works detached, and ends the runtime
// swift: -
// run: no, because only the compiler is asked
import Baton

func crc(_ bytes: RawSpan) -> UInt32 {
    var crc: UInt32 = 0
    for offset in bytes.byteOffsets {
        crc = crc &* 31 &+ UInt32(bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
    }
    return crc
}

func run() throws {
    var configuration = Runtime.Configuration()
    configuration.scheduler = .adaptive
    try Runtime.start(configuration)
    let (packed, sum) = try Runtime.attach { lock in
        let zlib = try lock.import("zlib")
        let data = try lock.object([UInt8](repeating: 7, count: 100_000))
        let packed = try lock.call(zlib, method: "compress", data)
        let pin = try lock.pin(data)
        let sum = lock.detach { pin.withBytes(crc) }
        return (try lock.count(of: packed), sum)
    }
    print(packed, sum)
    do {
        try Runtime.finalize(deadline: .seconds(1))
    } catch RuntimeError.inUse(let threads, _) {
        print(threads)
    }
}
