"""Compress one big file in blocks on several threads, as pigz does; gunzip reads the result.

Each block is a raw deflate stream that ends on a byte boundary (a full flush) and is compressed on its own, so blocks can be
done by any thread in any order and are written one after the other. The header, the check sum and the length make it one gzip
file (RFC 1952).

usage: parallel_compress.py [INPUT [OUTPUT [THREADS]]]
"""

import concurrent.futures
import os
import struct
import sys
import tempfile
import time
import zlib

BLOCK = 1 << 20


def compress_block(block):
    stream = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return stream.compress(block) + stream.flush(zlib.Z_FULL_FLUSH)


def compress_file(source, target, threads):
    start = time.perf_counter()
    with open(source, "rb") as file:
        data = file.read()
    blocks = [data[at : at + BLOCK] for at in range(0, len(data), BLOCK)]
    with concurrent.futures.ThreadPoolExecutor(max_workers=threads) as pool:
        pieces = list(pool.map(compress_block, blocks))
    end = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS).flush()  # the empty last block
    with open(target, "wb") as file:
        file.write(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff")
        for piece in pieces:
            file.write(piece)
        file.write(end)
        file.write(struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF))
    return len(data), time.perf_counter() - start


def words(count):
    """Text that compresses as text does, the same in every run."""
    state = 12345
    parts = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        parts.append("lock thread save restore object wait run block".split()[(state >> 16) % 8])
        parts.append(str((state >> 8) % 1000))
    return " ".join(parts).encode()


def show(source, target, threads):
    size, alone = compress_file(source, target, 1)
    size, together = compress_file(source, target, threads)
    packed = os.path.getsize(target)
    print(f"{size / 1e6:.1f} MB in {(size + BLOCK - 1) // BLOCK} blocks, {100 * packed / size:.1f} % of that compressed")
    print(f"1 thread: {size / 1e6 / alone:8.1f} MB/s")
    print(f"{threads} threads: {size / 1e6 / together:7.1f} MB/s, {alone / together:.2f} times as fast")
    with open(source, "rb") as before, open(target, "rb") as after:
        same = zlib.decompress(after.read(), zlib.MAX_WBITS | 16) == before.read()
    print("decompresses to the input:", same)
    print("Notice: each block is compressed with the lock put down; joining the pieces is the serial part.")


def main(arguments):
    threads = int(arguments[2]) if len(arguments) > 2 else 2
    if arguments:
        source = arguments[0]
        show(source, arguments[1] if len(arguments) > 1 else source + ".gz", threads)
        return
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "words.txt")
        with open(source, "wb") as file:
            file.write(words(50_000) * 24)
        show(source, source + ".gz", threads)


main(sys.argv[1:])
