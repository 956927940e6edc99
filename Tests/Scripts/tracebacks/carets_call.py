# The call that failed.
def f(a): pass
print("x", f(1), f(1, 2)(3), "y")
