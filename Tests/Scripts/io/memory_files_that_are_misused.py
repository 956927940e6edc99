import io
for k, d in ((io.BytesIO, b"x"), (io.StringIO, "x")):
    f = k(); 
    for pos in (10, (1<<63)-1):
        try: print(f.seek(pos), f.tell()); print(f.write(d), f.tell())
        except (MemoryError, OverflowError, ValueError) as e: print(type(e).__name__, e)
        print(repr(f.read()), f.seek(0))
    for c in ("f.seek(-1)", "f.seek(0, 5)", "f.seek(1<<70)", "f.seek(1.0)", "f.truncate(-1)", "f.read('a')", "f.write(1)", "f.seek(-100, 1)", "f.seek(-100, 2)", "f.truncate(1<<62)", "f.readline(-5)", "f.readlines(3)", "f.seek(1, 1)", "f.writelines([1])", "f.fileno()", "f.detach()"):
        try: print(c, eval(c))
        except Exception as e: print(c, type(e).__name__, e)
