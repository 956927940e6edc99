# Classes that cannot be function types.
from ctypes import *
import _ctypes
for d in ({}, {"_flags_": "x"}, {"_flags_": 1, "_argtypes_": 5}, {"_flags_": 1, "_argtypes_": (int,)}, {"_flags_": 1, "_restype_": 5}):
    try:
        type("F", (_ctypes.CFuncPtr,), d) if False else type(_ctypes.CFuncPtr)("F", (_ctypes.CFuncPtr,), d)
        print("made")
    except TypeError as e:
        print(e)
for args in ((3,), (c_int, 3), (c_int, c_int, "x")):
    try:
        CFUNCTYPE(*args)
    except TypeError as e:
        print(e)
try:
    CFUNCTYPE(c_int, other=True)
except ValueError as e:
    print(e)
