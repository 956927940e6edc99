# The name of an except clause is deleted at its end.
e = "before"
try: 1 / 0
except ZeroDivisionError as e: pass
try: e
except NameError as x: print(x)
def f():
    try: raise ValueError("v")
    except ValueError as e:
        e = 5
        del e
    try: return e
    except UnboundLocalError as u: return str(u)
print(f())
def g():
    try: raise ValueError("v")
    except ValueError as e: kept = e
    return kept.args
print(g())
def h():
    for i in range(2):
        try: raise ValueError(i)
        except ValueError as e: continue
    return "e" in locals()
print(h())
