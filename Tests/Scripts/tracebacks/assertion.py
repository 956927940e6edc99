# assert with a message and carets.
x = [1, 2]
assert len(x) == 2
assert x[0] == \
    2, f"x is {x}"
