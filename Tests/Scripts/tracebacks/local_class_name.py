# The qualified name of an exception's class.
def f():
    class Inner(Exception): pass
    raise Inner("x", 2)
f()
