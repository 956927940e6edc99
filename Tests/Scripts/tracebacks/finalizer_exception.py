# An exception in __del__ is reported and ignored.
class A:
    def __del__(self): raise ValueError("in del")
    def __repr__(self): return "<A>"
a = A()
del a
print("goes on")
def f():
    b = A()
    return 5
print(f())
