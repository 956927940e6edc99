# __names inside of a class are mangled.
class A:
    __x = 1
    def __m(self): return "m"
    def get(self): return self.__x, self.__m(), self._A__x
    def set(self): self.__y = 5; return self.__dict__
    def loc(self, __p=1): __q = 2; return sorted(locals())
    __d__ = 3
    class __B: pass
    def kw(self): return dict(__k=1)
    def glob(self): global __g; __g = 7
    def imp(self):
        import sys as __s
        return "_A__s" in locals()
class __C:
    __z = 1
    def f(self): return self.__z
class _: __u = 1
a = A(); a.glob()
print(a.get(), a.set(), a.loc(), A.__d__, A._A__B.__name__, a.kw(), _A__g, a.imp(), __C().f(), sorted(k for k in __C.__dict__ if "z" in k), sorted(k for k in _.__dict__ if "u" in k), sorted(k for k in A.__dict__ if k.startswith("_A")))
try: a.__x
except AttributeError as e: print(e)
class B(A):
    def get2(self): return self.__x
try: B().get2()
except AttributeError as e: print(e)
