# raise from.
def f():
    try: open("/nonexistent/file")
    except OSError as e: raise RuntimeError("could not start") from e
f()
