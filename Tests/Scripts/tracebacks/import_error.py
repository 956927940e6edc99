# An import that fails inside of a function.
def load():
    from sys import nothing_here
load()
