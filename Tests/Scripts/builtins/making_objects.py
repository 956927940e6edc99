"""object.__new__, and subclasses of types that make no instances: no object is made that its type has not filled."""

import hashlib
import zlib


def show(f):
    try:
        print(type(f()).__name__)
    except Exception as error:
        print(type(error).__name__, str(error).replace("_hashlib.", "hashlib."))


hash_type = type(hashlib.sha256())


class Sub(hash_type):
    pass


class WithNew:
    def __new__(cls):
        return object.__new__(cls)


class Mixed(WithNew, dict):
    pass


class Plain(WithNew):
    pass


class Name(str):
    def __new__(cls, text):
        return str.__new__(cls, text.upper())


class Meta(type):
    def __new__(mcs, name, bases, namespace):
        return super().__new__(mcs, name, bases, namespace)


show(lambda: hash_type())
show(lambda: Sub())
show(lambda: object.__new__(hash_type))
show(lambda: object.__new__(Sub))
show(lambda: object.__new__(type(zlib.compressobj())))
show(lambda: object.__new__(int))
show(lambda: object.__new__(dict))
show(lambda: object.__new__(Mixed))
show(lambda: Mixed())
show(lambda: dict.__new__(Mixed))
show(lambda: dict.__new__(int))
show(lambda: int.__new__(bool))
show(lambda: Plain())
show(lambda: object.__new__(Plain))
show(lambda: Name("a"))
show(lambda: object.__new__(Name))
show(lambda: Meta("Made", (), {}))
show(lambda: Meta("Made", (Plain,), {})())
show(lambda: type(iter([]))())
show(lambda: object.__new__(type(iter([]))))
show(lambda: type(None).__new__(type(None)))

# __new__ set, taken away and lent.
Plain.__new__ = lambda cls: "mine"
print(Plain())
del Plain.__new__
show(lambda: Plain())
WithNew.__new__ = object.__new__
show(lambda: Plain())
show(lambda: Mixed())
print(repr(object())[:18], repr(object())[18:21] != "000")
