# Three exceptions, mixed.
def f():
    try:
        try: raise KeyError("one")
        except KeyError as e: raise IndexError("two") from e
    finally: raise AttributeError("three")
f()
