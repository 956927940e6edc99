# del of what is not there.
d = {"a": 1}
del d["a"], d["b"]
