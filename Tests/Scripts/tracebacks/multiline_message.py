# Messages with line feeds and empty ones.
class E(Exception): pass
try: raise E
except E as e:
    try: raise ValueError("a\nb\n")
    except ValueError: raise KeyError("k\nl")
