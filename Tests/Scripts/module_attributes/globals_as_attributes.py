"""The module's own names, read as attributes and as globals by code that changes them."""

import sys

me = sys.modules[__name__]
counter = 0


def step(by):
    global counter
    counter += by
    return counter


def read():
    return me.counter


for _ in range(3):
    print(step(1), read(), me.step(2), me.counter, counter)
me.counter = 100
print(counter, read(), step(1))
globals()["counter"] = "text"
print(counter, read(), me.counter)
del globals()["counter"]
for _ in range(2):
    try:
        print(read())
    except AttributeError as error:
        print(error)
    try:
        print(counter)
    except NameError as error:
        print(error)
counter = 7
print(read(), me.counter, step(1))
exec("counter = 50\ndef step(by): return ('new', by)", globals())
print(read(), me.step(1), step(2))


def replace():
    global step
    step = len
    return me.step("four")


print(replace(), me.step("five!"))


# A value whose end changes the very attribute that is read.
class Last:
    def __init__(self, name):
        self.name = name

    def __call__(self, x):
        # The last reference to this object besides the call's.
        me.function = Last("second") if self.name == "first" else Last("third")
        return (self.name, x)

    def __del__(self):
        print("end of", self.name)


me.function = Last("first")


def call():
    return me.function(1)


print(call())
print(call())
print(call())
del me.function
try:
    call()
except AttributeError as error:
    print(error)
