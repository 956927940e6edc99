# raise without a value re-raises what is being handled.
def f():
    try: raise ValueError("orig")
    except ValueError:
        try: raise KeyError("inner")
        except KeyError: pass
        raise
try: f()
except ValueError as e: print(e, e.__context__)
def reraise(): raise
try:
    try: 1 / 0
    except ZeroDivisionError: reraise()
except ZeroDivisionError as e: print("again", e)
try: raise
except RuntimeError as e: print(e)
try:
    try: raise ValueError(1)
    finally:
        try: raise
        except ValueError as e: print("in finally", e)
except ValueError as e: print("out", e)
def gen():
    try: yield
    except ValueError: raise
g = gen(); next(g)
try: g.throw(ValueError("thrown"))
except ValueError as e: print(e)
import sys
print(sys.exc_info(), sys.exception())
try: raise ValueError
except ValueError: print(sys.exc_info()[0], type(sys.exception()))
print(sys.exc_info())
