# Frames of lambdas and of decorated functions.
def dec(fn):
    def wrapper(*a):
        return fn(*a)
    return wrapper
@dec
def g(x): return (lambda y: y.missing)(x)
g(5)
