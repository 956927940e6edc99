# No carets where the whole line is at fault.
def f():
    raise ValueError("whole line")
def g():
    f()
g()
