# An exception in a finally block.
def f():
    try: return 1 / 0
    finally: [].pop()
f()
