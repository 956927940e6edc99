def key(x):
    return x["a"]
sorted([1,2], key=key)
