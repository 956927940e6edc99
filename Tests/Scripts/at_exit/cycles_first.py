"""A cycle in the globals, a suspended generator, a weak reference; nothing is finalized twice."""
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("finalizing", self.name)


def generator():
    try:
        yield 1
    finally:
        print("generator closed")


kept = Thing("kept")
running = generator()
next(running)
gone = Thing("gone early")
del gone
finalizer = weakref.finalize(kept, print, "weakref.finalize")
reference = weakref.ref(kept, lambda _: print("callback"))
print("end")
