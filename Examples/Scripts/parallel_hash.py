"""SHA-256 of every file of a folder, with one thread and with a pool: hashing a large buffer releases the lock.

usage: parallel_hash.py [FOLDER [THREADS]]
"""

import concurrent.futures
import hashlib
import os
import sys
import tempfile
import time


def make_files(folder, count, size):
    for number in range(count):
        block = hashlib.sha512(str(number).encode()).digest()
        with open(os.path.join(folder, f"file-{number:02}.bin"), "wb") as file:
            file.write(block * (size // len(block)))


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def hash_all(paths, threads):
    start = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(max_workers=threads) as pool:
        digests = list(pool.map(digest, paths))
    return digests, time.perf_counter() - start


def show(folder, threads):
    paths = []
    for parent, _, names in sorted(os.walk(folder)):
        paths += [os.path.join(parent, name) for name in sorted(names)]
    paths = [path for path in paths if os.path.isfile(path)]
    if not paths:
        sys.exit(f"parallel_hash.py: no files in {folder}")
    size = sum(os.path.getsize(path) for path in paths)
    print(f"{len(paths)} files, {size / 1e6:.1f} MB")
    hash_all(paths, 1)  # so that both runs read from the page cache
    alone, alone_time = hash_all(paths, 1)
    pooled, pooled_time = hash_all(paths, threads)
    for path, value in list(zip(paths, pooled))[:3]:
        print(f"{value[:16]}…  {os.path.relpath(path, folder)}")
    print(f"1 thread: {size / 1e6 / alone_time:8.1f} MB/s")
    print(f"{threads} threads: {size / 1e6 / pooled_time:7.1f} MB/s, {alone_time / pooled_time:.2f} times as fast")
    print("same digests:", alone == pooled)
    print("Notice: the threads overlap in hashlib, which puts the lock down while it hashes.")


def main(arguments):
    threads = int(arguments[1]) if len(arguments) > 1 else 2
    if arguments:
        if not os.path.isdir(arguments[0]):
            sys.exit(f"parallel_hash.py: {arguments[0]!r} is not a folder")
        show(arguments[0], threads)
        return
    with tempfile.TemporaryDirectory() as folder:
        make_files(folder, 16, 8 << 20)
        show(folder, threads)


main(sys.argv[1:])
