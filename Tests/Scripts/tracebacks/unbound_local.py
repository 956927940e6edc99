# A local variable before its assignment.
def f():
    print(x)
    x = 1
f()
