# A class body is a scope that functions do not see.
x = "global"
class A:
    x = "class"
    y = [x for _ in range(1)]
    def f(self): return x
    z = (lambda: x)()
    g = list(x for _ in "a")
print(A.y, A().f(), A.z, A.g)
def outer():
    x = "outer"
    class B:
        a = x
        x = "B"
        b = x
        def f(self): return x
        class C:
            c = x
    return B.a if 0 else B.b, B().f(), B.C.c
try: print(outer())
except NameError as e: print(e)
def o2():
    v = 1
    class D:
        w = v
        def set(self):
            nonlocal v
            v += 1
            return v
    return D.w, D().set(), v
print(o2())
class E:
    def m(self): return __class__
    s = __qualname__, __module__
    locals()["dyn"] = 5
print(E().m(), E.s, E.dyn)
class F:
    try: __class__
    except NameError as e: print(e)
def dup():
    class G: pass
    return G
print(dup() is dup(), dup().__qualname__)
for i in range(2):
    class H: n = i
print(H.n)
