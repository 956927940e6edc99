# StopIteration inside of a generator.
def g(): yield next(iter([]))
list(g())
