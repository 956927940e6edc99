"""PEP 562: a module's own __getattr__ is asked for what the module does not have, each time."""

import types

module = types.ModuleType("module")
asked = []


def read():
    return module.name


def call():
    return module.name(2)


def own(name):
    asked.append(name)
    if name != "name":
        raise AttributeError(name)
    return lambda x: (len(asked), x)


def tell(what):
    for _ in range(3):
        try:
            found = read()
            print(what, found if not callable(found) else "function", call())
        except (AttributeError, TypeError) as error:
            print(what, type(error).__name__, error)


tell("none")
module.__getattr__ = own
tell("own")
module.name = abs
tell("an attribute")
del module.name
tell("own again")
module.__getattr__ = lambda name: str
tell("another")
del module.__getattr__
tell("none again")
print(asked.count("name"), set(asked))


# What the attribute is found by may be made by the first read.
def remember(name):
    print("made", name)
    module.name = hex
    return hex


module.__getattr__ = remember
for _ in range(3):
    print(call())
del module.name
for _ in range(3):
    print(read() is hex)


# A module's __getattribute__ is a plain attribute.
module.__getattribute__ = None
print(call(), module.__getattribute__)
