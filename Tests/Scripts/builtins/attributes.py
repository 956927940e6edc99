class Thing:
    kind = "thing"

    def __init__(self):
        self.x = 1


t = Thing()
print(getattr(t, "x"), getattr(t, "nope", "default"), hasattr(t, "x"), hasattr(t, "nope"))
setattr(t, "y", 2)
delattr(t, "x")
print(t.__dict__, vars(t), callable(t), callable(Thing), callable(len), callable(lambda: 0))
print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance(1, int | str), issubclass(bool, int), issubclass(int, (str, float)))
print(id(t) == id(t), hash("a") == hash("a"), hash(1) == hash(1.0) == hash(True), hash((1, 2)) == hash((1, 2)))
print([name for name in dir(t) if not name.startswith("__")], type(t).__name__, type("x", (Thing,), {"z": 3})().z)
for call in (lambda: getattr(t, "nope"), lambda: getattr(t, 1), lambda: setattr(t, 1, 2), lambda: delattr(t, "nope"), lambda: hash([]), lambda: hash({}),
             lambda: isinstance(1, 2), lambda: issubclass(1, int), lambda: issubclass(int, 1), lambda: vars(1), lambda: getattr(t), lambda: type(1, 2),
             lambda: setattr(1, "x", 2), lambda: isinstance(1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Meta(type):
    def __instancecheck__(cls, other):
        return other == "magic"

    def __subclasscheck__(cls, other):
        return other is int


class Special(metaclass=Meta):
    pass


print(isinstance("magic", Special), isinstance(3, Special), issubclass(int, Special), issubclass(str, Special))


class Directory:
    def __dir__(self):
        return ["b", "a"]


print(dir(Directory()), "append" in dir(list), sorted(vars(Special).keys() - {"__module__", "__dict__", "__weakref__", "__doc__", "__static_attributes__", "__firstlineno__"}))
