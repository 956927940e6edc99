"""Calls of an extension's function of the convention fastcall; the module `cases` is built from Benchmarks/Cases."""

from cases import nothing_fastcall
from timing import measure


def run():
    owner = []
    for i in range(1_000_000):
        nothing_fastcall(owner, i)


measure(run)
