# else runs when nothing was raised, outside of the handlers.
def f(x):
    try: r = 10 / x
    except ZeroDivisionError: return "zero"
    else: return r
    finally: print("f", x)
print(f(2), f(0))
try:
    try: pass
    except ValueError: print("no")
    else: raise ValueError("from else")
except ValueError as e: print(e, e.__context__)
for i in range(2):
    try:
        if i: raise KeyError
    except KeyError: print("except")
    else: print("else"); continue
    print("after")
