# An exception that is no Exception.
class Stop(BaseException): pass
try:
    try: raise Stop("now")
    except Exception: print("not caught")
finally: print("finally")
