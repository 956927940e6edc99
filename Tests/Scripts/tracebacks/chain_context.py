# During handling of one, another.
try:
    {}["k"]
except KeyError:
    int("x")
