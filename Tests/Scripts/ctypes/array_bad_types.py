# Classes that cannot be arrays.
from ctypes import *
def t(**d):
    try:
        type(Array)("A", (Array,), d)
        print("made")
    except (AttributeError, TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
t()
t(_type_=c_int)
t(_length_=2)
t(_type_=c_int, _length_="x")
t(_type_=c_int, _length_=-1)
t(_type_=int, _length_=2)
t(_type_=c_int, _length_=2 ** 62)
t(_type_=c_int, _length_=2 ** 70)
for n in (-1, "x", 1.5):
    try:
        c_int * n
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
