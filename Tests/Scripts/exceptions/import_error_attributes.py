try:
    from sys import exot
except ImportError as e: print(e, e.name, e.name_from, e.path)
try:
    import nope
except ImportError as e: print(e.name, e.name_from, e.path)
e = ImportError("m", name="sys", name_from="exot")
raise e
