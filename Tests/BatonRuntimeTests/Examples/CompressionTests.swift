import BatonRuntime
import CBaton
import Testing

@Suite(.tags(.threads)) struct `The compression example` {
    @Test func `compresses and decompresses as zlib does`() throws {
        try expectSameAsPython(
            [
                "d = b'the quick brown fox ' * 1000", "c = zlib.compress(d)", "c", "zlib.decompress(c)[19]",
                "zlib.decompress(c) + b'!'", "zlib.compress(d, 9)", "zlib.compress(d, level=0)[4]",
                "zlib.compress(d, level=1, wbits=-15)", "zlib.decompress(zlib.compress(d, wbits=31), wbits=31) + b''",
                "zlib.compress(b'')", "zlib.decompress(zlib.compress(b''))", "zlib.decompress(c, bufsize=1) + b''",
                "zlib.decompress(c, bufsize=0) + b''", "zlib.compress(memoryview(d))", "zlib.compress(bytearray(d))",
                "zlib.decompress(c + b'tail') + b''",
            ], modules: ["zlib"])
    }

    @Test func `its streams are those of zlib`() throws {
        try expectSameAsPython(
            [
                "d = b'abcdefgh' * 5000", "c = zlib.compressobj(6)", "p = c.compress(d)", "p", "q = c.flush(2)", "q",
                "e = c.copy()", "r = c.compress(d) + c.flush()", "r", "e.compress(d) + e.flush()", "s = p + q + r",
                "z = zlib.decompressobj()", "z.decompress(s, 100)", "z.unconsumed_tail", "z.eof", "y = z.copy()",
                "z.decompress(z.unconsumed_tail) + b''", "z.eof", "z.unused_data", "y.flush() + b''", "y.eof",
                "x = zlib.decompressobj()", "x.decompress(s + b'more')[0]", "x.unused_data", "x.eof",
                "x.decompress(b'again')", "x.unused_data", "x.flush()",
                "w = zlib.compressobj(level=9, wbits=-15, memLevel=1, strategy=2)", "w.compress(d) + w.flush()",
                "k = zlib.compressobj(zdict=b'abcdefgh')", "t = k.compress(d) + k.flush()", "t",
                "zlib.decompressobj(zdict=b'abcdefgh').decompress(t)[39999]", "zlib.decompressobj().decompress(t)",
                "zlib.decompressobj(zdict=b'wrong').decompress(t)",
            ], modules: ["zlib"])
    }

    @Test func `its checksums are those of zlib, on both sides of the threshold`() throws {
        try expectSameAsPython(
            [
                "zlib.crc32(b'')", "zlib.crc32(b'hello')", "zlib.crc32(b'hello', 1)", "zlib.crc32(b'hello', -1)",
                "zlib.crc32(b'hello', 1099511627777)", "zlib.adler32(b'')", "zlib.adler32(b'hello')",
                "zlib.adler32(b'hello', 7)", "d = b'0123456789' * 819", "zlib.crc32(d)", "zlib.adler32(d)",
                "d = b'0123456789' * 820", "zlib.crc32(d)", "zlib.adler32(d)", "zlib.crc32(bytearray(d))",
            ], modules: ["zlib"])
    }

    @Test func `bad input raises what zlib raises`() throws {
        try expectSameAsPython(
            [
                "zlib.compress('text')", "zlib.compress()", "zlib.compress(b'', b'')", "zlib.compress(b'', 10)",
                "zlib.compress(b'', wbits=99)", "zlib.decompress(b'')", "zlib.decompress(b'abc')",
                "zlib.decompress(b'abc', 99)", "zlib.decompress(b'abc', bufsize=-1)",
                "zlib.decompress(zlib.compress(b'x' * 1000)[3])", "zlib.compressobj(level=44)",
                "zlib.compressobj(zdict=3)", "zlib.decompressobj(zdict=3)", "zlib.decompressobj(wbits=99)",
                "zlib.decompressobj().flush(0)", "zlib.decompressobj().decompress(b'', -1)",
                "zlib.decompressobj().decompress(b'abc')", "zlib.crc32('text')", "zlib.crc32()",
                "zlib.crc32(b'', 1, 2)",
                "zlib.crc32(b'', 1.0)", "c = zlib.compressobj()", "c.flush() + b''", "c.flush()", "c.compress(b'more')",
                "c.copy()", "c.compress('text')", "zlib.compressobj().flush(99)", "type(c)()", "zlib.compressobj(1, 2)",
                "c.compress()",
            ], modules: ["zlib"])
    }

    @Test func `its constants are those of zlib`() throws {
        let names = """
            MAX_WBITS DEFLATED DEF_MEM_LEVEL DEF_BUF_SIZE Z_NO_COMPRESSION Z_BEST_SPEED Z_BEST_COMPRESSION
            Z_DEFAULT_COMPRESSION Z_FILTERED Z_HUFFMAN_ONLY Z_RLE Z_FIXED Z_DEFAULT_STRATEGY Z_NO_FLUSH Z_PARTIAL_FLUSH
            Z_SYNC_FLUSH Z_FULL_FLUSH Z_FINISH Z_BLOCK Z_TREES ZLIB_RUNTIME_VERSION __version__
            """
        try expectSameAsPython(names.split(whereSeparator: \.isWhitespace).map { "zlib.\($0)" }, modules: ["zlib"])
    }

    @Test func `threads that share a stream lose no byte of it`() throws {
        // gzip's trailer has the length and the checksum of all input: equal parts give the same in any order.
        let (stream, module) = try Attached.run {
            let module = try #require(BtImport_ImportModule("zlib"))
            return (
                Shared(object: try #require(call(module, "compressobj", int(0), int(8), int(31)))),
                Shared(object: module)
            )
        }
        let part = [UInt8](repeating: 7, count: 4096)
        runThreads(4) { _ in
            Attached.run {
                for _ in 0..<50 {
                    let output = call(stream.object, "compress", bytes(part))
                    #expect(output != nil)
                    release(output)
                }
            }
        }
        try Attached.run {
            let end = try #require(call(stream.object, "flush"))
            let trailer = UnsafeRawBufferPointer(start: BtBytes_AsString(end), count: BtBytes_Size(end)).suffix(8)
            let whole = [UInt8](repeating: 7, count: 4 * 50 * 4096)
            let checksum = try #require(call(module.object, "crc32", bytes(whole)))
            let word = { (bytes: ArraySlice<UInt8>) in bytes.reversed().reduce(UInt(0)) { $0 << 8 | UInt($1) } }
            #expect(word(Array(trailer)[..<4]) == BtLong_AsUnsignedLong(checksum))
            #expect(word(Array(trailer)[4...]) == UInt(whole.count))
        }
    }
}
