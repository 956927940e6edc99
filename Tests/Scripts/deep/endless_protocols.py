import sys
def f(n): return f(n+1)
try: f(0)
except RecursionError as e: print(e)
class A:
    def __getattr__(self, n): return getattr(self, n + "x")
try: A().x
except RecursionError as e: print(e)
class B:
    def __repr__(self): return repr(self)
try: repr(B())
except RecursionError as e: print(e)
class C:
    def __eq__(self, o): return o == self
try: C() == C()
except RecursionError as e: print(e)
class D:
    def __call__(self): return self()
try: D()()
except RecursionError as e: print(e)
class E(list):
    def __iter__(self): return iter(self)
try: list(E())
except RecursionError as e: print(e)
class F:
    def __hash__(self): return hash(self)
try: {F(): 1}
except RecursionError as e: print(e)
