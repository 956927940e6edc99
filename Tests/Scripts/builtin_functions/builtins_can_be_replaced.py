# Names of builtins may be shadowed and restored.
def f(): return len("abc")
print(f())
len = lambda x: 99
print(f()); del len; print(f())
import builtins
old = builtins.len
builtins.len = lambda x: 7; print(f(), len("q")); builtins.len = old; print(f())
builtins.added = "everywhere"; print(added); del builtins.added
try: added
except NameError as e: print(e)
print = (lambda p: lambda *a: p("wrapped", *a))(print); print(1); del print; print(2)
def g():
    max = min
    return max(1, 2)
print(g(), __builtins__ is builtins or True, __name__)
