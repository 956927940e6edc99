# An in-place operator that fails.
class A: pass
a = A()
a.values = [1]
a.values[0] += None
