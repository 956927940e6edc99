import BatonRuntime
import CBaton
import Testing

@Suite(.tags(.threads)) struct `The hashing example` {
    private static let algorithms = """
        md5 sha1 sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 blake2b blake2s sha512_224 sha512_256
        ripemd160 sm3 md5-sha1
        """.split(whereSeparator: \.isWhitespace)

    @Test func `every algorithm gives hashlib's digest, on both sides of the threshold`() throws {
        let lines = Self.algorithms.flatMap { name in
            [
                "h = hashlib.new('\(name)', b'abc')", "h.hexdigest()", "h.update(b'x' * 4095)", "h.hexdigest()",
                "h.update(b'y' * 4096)", "h.hexdigest()", "h.digest()", "h.name", "h.digest_size", "h.block_size",
                "g = h.copy()", "g.update(bytearray(b'more'))", "g.hexdigest()", "h.hexdigest()",
            ]
        }
        try expectSameAsPython(lines, modules: ["hashlib"])
    }

    @Test func `each algorithm has a function`() throws {
        let names = Self.algorithms.prefix(12)
        try expectSameAsPython(
            names.map { "hashlib.\($0)(b'abc').hexdigest()" } + names.map { "hashlib.\($0)().hexdigest()" }
                + [
                    "hashlib.sha256(b'', usedforsecurity=False).hexdigest()",
                    "hashlib.sha256(memoryview(b'a')).hexdigest()",
                ],
            modules: ["hashlib"])
    }

    @Test func `shake gives digests of any length`() throws {
        let lines = ["shake_128", "shake_256"].flatMap { name in
            [
                "h = hashlib.\(name)(b'abc')", "h.hexdigest(10)", "h.digest(0)", "h.digest(length=3)",
                "h.digest(5000)[4999]", "h.digest_size", "h.block_size", "h.name", "h.digest()",
            ]
        }
        try expectSameAsPython(lines, modules: ["hashlib"])
    }

    @Test func `keys are those of hashlib`() throws {
        try expectSameAsPython(
            [
                "hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 1000)",
                "hashlib.pbkdf2_hmac('sha1', b'password', b'salt', 10, 50)",
                "hashlib.pbkdf2_hmac(hash_name='sha512', password=b'', salt=b'', iterations=1, dklen=5)",
                "hashlib.scrypt(b'password', salt=b'salt', n=16, r=8, p=1)",
                "hashlib.scrypt(b'password', salt=b'salt', n=2, r=1, p=1, dklen=10)",
            ], modules: ["hashlib"])
    }

    @Test func `bad input raises what hashlib raises`() throws {
        try expectSameAsPython(
            [
                "hashlib.new('nope')", "hashlib.new('sha256', 'text')", "hashlib.sha256('text')", "hashlib.sha256(3)",
                "h = hashlib.sha256()", "h.update('text')", "h.update(3)", "h.digest(1)",
                "hashlib.pbkdf2_hmac('sha256', b'p', b's', 0)", "hashlib.pbkdf2_hmac('sha256', b'p', b's', 1, 0)",
                "hashlib.pbkdf2_hmac('sha256', 'p', b's', 1)",
                "hashlib.pbkdf2_hmac('sha256', b'p', b's', 1208925819614629174706176)",
                "hashlib.pbkdf2_hmac('nope', b'p', b's', 1)", "hashlib.scrypt(b'p')", "hashlib.scrypt(b'p', salt=b's')",
                "hashlib.scrypt(b'p', salt=b's', n=3, r=8, p=1)", "hashlib.scrypt(b'p', salt=b's', n=2, r=8)",
                "hashlib.scrypt(b'p', salt=b's', n=1048576, r=8, p=1)",
                "hashlib.scrypt(b'p', salt=b's', n=2, r=8, p=1, maxmem=-1)",
                "hashlib.scrypt(b'p', salt=b's', n=2, r=8, p=1, dklen=0)",
                "hashlib.scrypt(b'p', salt=b's', n=2, r=-8, p=1)",
            ], modules: ["hashlib"])
    }

    @Test func `threads that share a hash object lose no byte of it`() throws {
        let (hash, module) = try Attached.run {
            let module = try #require(BtImport_ImportModule("hashlib"))
            return (Shared(object: try #require(call(module, "sha256"))), Shared(object: module))
        }
        let part = [UInt8](repeating: 7, count: 5000)
        runThreads(4) { _ in
            Attached.run {
                for _ in 0..<50 {
                    let result = call(hash.object, "update", bytes(part))
                    #expect(result != nil)
                    release(result)
                }
            }
        }
        try Attached.run {
            let whole = try #require(call(module.object, "sha256", bytes([UInt8](repeating: 7, count: 4 * 50 * 5000))))
            #expect(repr(call(hash.object, "hexdigest")) == repr(call(whole, "hexdigest")))
        }
    }
}
