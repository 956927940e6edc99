# The attribute that failed.
class A: b = 5
print(A.b.real.nope.more)
