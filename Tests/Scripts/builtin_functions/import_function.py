# __import__ and importing of what is not there.
print(__import__("sys").__name__, __import__("os.path").__name__, __import__("os.path", fromlist=["join"]).__name__, __import__("math", globals(), locals(), [], 0).pi)
for s in ["__import__('nonexistent_module_x')", "__import__('')", "__import__(5)", "__import__()", "__import__('math.x')", "__import__('a', level=1)", "__import__('x', {}, {}, [], -1)"]:
    try: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, str(e).split(":")[0], getattr(e, "name", None))
