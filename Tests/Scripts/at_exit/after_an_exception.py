"""Globals are finalized after an uncaught exception too, and sys.exit keeps its status."""
import sys


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("finalizing", self.name)


kept = Thing("global")


def run():
    local = Thing("local")
    sys.exit(3)


run()
