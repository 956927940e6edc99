# Iterating over what is not iterable.
def f(): return 5
for x in f():
    print(x)
