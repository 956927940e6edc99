class A:
    def f(self): return foo
    foo = 1
A().f()
