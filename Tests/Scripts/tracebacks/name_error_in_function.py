# Names that are nearly right.
def compute(values):
    total = 0
    return sum(vaules)
compute([1])
