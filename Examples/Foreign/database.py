"""SQLite in memory, queried from four threads, each with a connection of its own to one shared database.

Under Baton the same work is done once for each release policy, and ctypes.report() tells what came of it; under python3 it is
done once, the way CDLL does it there.
"""

import ctypes
import sys
import threading
import time
from ctypes import CDLL, POINTER, byref, c_char_p, c_int, c_int64, c_void_p

SQLITE_OK, SQLITE_ROW, SQLITE_DONE = 0, 100, 101
OPEN = 0x02 | 0x04 | 0x40 | 0x80 | 0x8000  # read and write, create, URI, in memory, no mutex of SQLite's own
URI = b"file:shared?mode=memory&cache=shared"
IS_BATON = hasattr(ctypes, "report")


def load(**policy):
    lib = CDLL("libsqlite3.so.0", **policy)
    lib.sqlite3_open_v2.argtypes = [c_char_p, POINTER(c_void_p), c_int, c_char_p]
    lib.sqlite3_close.argtypes = [c_void_p]
    lib.sqlite3_errmsg.argtypes = [c_void_p]
    lib.sqlite3_errmsg.restype = c_char_p
    lib.sqlite3_exec.argtypes = [c_void_p, c_char_p, c_void_p, c_void_p, c_void_p]
    lib.sqlite3_prepare_v2.argtypes = [c_void_p, c_char_p, c_int, POINTER(c_void_p), c_void_p]
    lib.sqlite3_bind_int64.argtypes = [c_void_p, c_int, c_int64]
    lib.sqlite3_step.argtypes = [c_void_p]
    lib.sqlite3_column_int64.argtypes = [c_void_p, c_int]
    lib.sqlite3_column_int64.restype = c_int64
    lib.sqlite3_reset.argtypes = [c_void_p]
    lib.sqlite3_finalize.argtypes = [c_void_p]
    return lib


class Connection:
    def __init__(self, lib):
        self.lib = lib
        self.db = c_void_p()
        self.check(lib.sqlite3_open_v2(URI, byref(self.db), OPEN, None))

    def check(self, status):
        if status not in (SQLITE_OK, SQLITE_ROW, SQLITE_DONE):
            raise RuntimeError(self.lib.sqlite3_errmsg(self.db).decode())
        return status

    def execute(self, sql):
        self.check(self.lib.sqlite3_exec(self.db, sql, None, None, None))

    def prepare(self, sql):
        statement = c_void_p()
        self.check(self.lib.sqlite3_prepare_v2(self.db, sql, -1, byref(statement), None))
        return statement

    def one(self, statement, *values):
        """The first column of the first row."""
        for index, value in enumerate(values, 1):
            self.check(self.lib.sqlite3_bind_int64(statement, index, value))
        assert self.check(self.lib.sqlite3_step(statement)) == SQLITE_ROW
        result = self.lib.sqlite3_column_int64(statement, 0)
        self.check(self.lib.sqlite3_reset(statement))
        return result

    def close(self):
        self.check(self.lib.sqlite3_close(self.db))


def work(lib, rounds, out):
    """Short queries, by key, and long ones, over the table."""
    connection = Connection(lib)
    short = connection.prepare(b"select square from numbers where id = ?")
    long = connection.prepare(b"select sum(square * ?) from numbers")
    total = 0
    for index in range(rounds):
        total += connection.one(short, index % 2000)
        if index % 50 == 0:
            total += connection.one(long, 1)
    lib.sqlite3_finalize(short)
    lib.sqlite3_finalize(long)
    connection.close()
    out.append(total)


def run(lib, threads, rounds):
    out = []
    workers = [threading.Thread(target=work, args=(lib, rounds, out)) for _ in range(threads)]
    start = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(set(out)) == 1 and len(out) == threads, out
    return time.perf_counter() - start, out[0]


ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
keeper = Connection(load())
keeper.execute(b"create table numbers (id integer primary key, square integer)")
keeper.execute(
    b"with recursive n(i) as (select 0 union all select i + 1 from n where i < 1999)"
    b" insert into numbers select i, i * i from n")
run(load(), 1, 10)  # once, so that every row below finds everything loaded

expected = None
for policy in ("hold", "release", "lazy", "auto") if IS_BATON else (None,):
    lib = load(**({"release": policy} if policy else {}))
    seconds, total = run(lib, 4, ROUNDS)
    assert expected in (None, total)
    expected = total
    print(f"4 threads, {policy or 'as CDLL does':>12}: {seconds * 1e3:7.1f} ms", file=sys.stderr)
keeper.close()
print("total of each thread:", expected)
if IS_BATON:
    print("\nctypes.report():", file=sys.stderr)
    ctypes.report(sys.stderr)
