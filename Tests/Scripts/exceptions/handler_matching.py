# Classes, tuples, nested tuples, subclasses and wrong handlers.
def match(exc, handler):
    try:
        try: raise exc
        except handler as e: return "caught", type(e).__name__
    except BaseException as e: return "passed", type(e).__name__, str(e)
class V(ValueError): pass
for exc, h in [(V(), ValueError), (ValueError(), V), (KeyError(), LookupError), (KeyError(), (ValueError, (KeyError,))), (KeyError(), (ValueError, KeyError)), (ValueError(), ()), (KeyboardInterrupt(), Exception), (ValueError(), int), (ValueError(), "x"), (ValueError(), [ValueError]), (ValueError(), (ValueError, 5)), (KeyError(), (ValueError, 5)), (SystemExit(3), BaseException), (StopIteration(1), Exception), (OSError(), IOError), (ValueError(), None), (GeneratorExit(), Exception)]: print(match(exc, h))
try: raise V("x")
except KeyError: print("no")
except (TypeError, V): print("second")
except: print("third")
