from functools import partial, partialmethod, reduce


def show(*args, **kwargs):
    return args, kwargs


first = partial(show, 1, 2, a=3)
print(first(), first(4), first(4, a=5, b=6))
second = partial(first, 7, c=8)
print(second(), second.args, second.keywords, second.func is show)
print(partial(int, base=2)("1010"))
try:
    partial(3)
except TypeError as error:
    print(error)


class Lamp:
    def __init__(self):
        self.state = "off"

    def set(self, state):
        self.state = state

    on = partialmethod(set, "on")


lamp = Lamp()
lamp.on()
print(lamp.state)
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(max, [3, 1], 10), reduce(str.__add__, "abc", ""))
try:
    reduce(lambda a, b: a, [])
except TypeError as error:
    print(error)
