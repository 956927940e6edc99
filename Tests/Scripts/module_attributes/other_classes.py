"""Modules of a class of their own, given at birth or later, and objects that are no modules at the same place."""

import types


def read(module):
    return module.name


def call(module):
    return module.name(-4)


def tell(what, module):
    for _ in range(3):
        try:
            print(what, read(module), call(module))
        except (AttributeError, TypeError) as error:
            print(what, type(error).__name__, error)


class Plain(types.ModuleType):
    pass


class WithProperty(types.ModuleType):
    @property
    def name(self):
        return type(self)

    def __call__(self):
        return "called"


class WithMethod(types.ModuleType):
    def name(self, x):
        return ("method", self.__name__, x)

    def __repr__(self):
        return "<with method>"


class WithGetattr(types.ModuleType):
    def __getattr__(self, name):
        return lambda x: ("getattr", name, x)


class WithGetattribute(types.ModuleType):
    def __getattribute__(self, name):
        if name == "name":
            return lambda x: ("getattribute", name, x)
        return super().__getattribute__(name)


class WithValue(types.ModuleType):
    name = hex


plain = types.ModuleType("plain")
plain.name = abs
tell("plain", plain)
other = types.ModuleType("other")
other.name = bin
tell("other", other)
tell("plain", plain)
derived = Plain("derived")
tell("derived", derived)
derived.name = oct
tell("derived", derived)
Plain.name = str
tell("its class has the name", derived)
del derived.name
tell("the class alone has it", derived)
Plain.name = property(lambda self: float)
tell("a property of the class", derived)
derived.__dict__["name"] = int
tell("and the dict has it", derived)
del Plain.name
tell("the dict alone has it", derived)

for kind in (WithProperty, WithMethod, WithGetattr, WithGetattribute, WithValue):
    module = kind("m")
    for what in (kind.__name__, "the dict has it"):
        for _ in range(3):
            try:
                found, result = read(module), call(module)
            except (AttributeError, TypeError) as error:
                print(what, type(error).__name__)
            else:
                print(what, getattr(found, "__name__", found), result)
        module.__dict__["name"] = abs

# __class__ changes while a place remembers the module.
changed = Plain("changed")
changed.name = abs
print([call(changed) for _ in range(3)])
for kind in (WithMethod, Plain, WithGetattribute, Plain, WithProperty, WithValue, WithGetattr, Plain):
    changed.__class__ = kind
    for _ in range(3):
        try:
            print(kind.__name__, call(changed))
        except TypeError as error:
            print(kind.__name__, error)


class Stand:
    name = staticmethod(divmod)

    def __init__(self):
        self.count = 0


# One place sees modules, objects, classes and ints in turn.
stand = Stand()
stand.name = lambda x: ("of an object", x)


class Class:
    @staticmethod
    def name(x):
        return ("of a class", x)


for _ in range(3):
    for thing in (plain, stand, Class, other, Class(), derived, plain):
        print(call(thing))
    try:
        call(3)
    except AttributeError as error:
        print(error)

# Attributes that the type `module` has, or every object.
for _ in range(3):
    print(plain.__dict__ is vars(plain), plain.__class__, plain.__name__, plain.__doc__)
    plain.__doc__ = "documentation"
plain.__repr__ = lambda: "own"
print([plain.__repr__() for _ in range(3)], repr(plain))
del plain.__repr__
print([plain.__repr__() for _ in range(3)])
