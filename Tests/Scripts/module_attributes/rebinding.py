"""A place in the code that reads an attribute of a module sees each change of it, whichever way it is made."""

import math
import types

module = types.ModuleType("module")


def value():
    return module.value


def call(argument):
    return module.function(argument)


def tell(what):
    """Twice each: the second time the place has seen the module."""
    for _ in range(2):
        try:
            print(what, value(), call(3))
        except AttributeError as error:
            print(what, error)


module.value = 1
module.function = lambda x: x + 1
tell("set")
module.value = "two"
module.function = abs
tell("rebound")
module.function = math.sqrt
tell("to a builtin function")
module.function = str
tell("to a class")
del module.value
tell("value deleted")
module.value = 3
del module.function
tell("function deleted")
module.function = lambda x: x * 10
tell("set again")

vars(module)["value"] = "by vars"
vars(module)["function"] = float
tell("by vars")
del vars(module)["value"]
tell("deleted by vars")
vars(module).update(value="by update", function=hex)
tell("by update")
vars(module).pop("function")
tell("popped")
vars(module).setdefault("function", bin)
tell("by setdefault")
setattr(module, "value", "by setattr")
tell("by setattr")
delattr(module, "function")
tell("by delattr")

# The table of the dict moves, with the names in it.
module.function = round
tell("before it grows")
for number in range(100):
    setattr(module, f"name{number}", number)
tell("after it has grown")
for number in range(100):
    delattr(module, f"name{number}")
tell("after it has shrunk")
while vars(module):
    vars(module).popitem()
try:
    print(value())
except AttributeError as error:
    print(type(error).__name__)
module.value = "new"
module.function = repr
print(value(), call("x"))
vars(module).clear()
try:
    print(call(1))
except AttributeError as error:
    print(type(error).__name__)

# A key that is no str, and one that is a str of another class.
module.value = 5
vars(module)[1] = "one"


class Name(str):
    pass


vars(module)[Name("function")] = chr
print([value(), call(65), value(), call(66)])


class Same:
    """Equal to the name, and no str."""

    def __hash__(self):
        return hash("value")

    def __eq__(self, other):
        return other == "value"


del module.value
vars(module)[Same()] = "of another key"
print(value(), value())
