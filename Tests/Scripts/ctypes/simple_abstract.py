# The base classes make no instances.
import _ctypes
for t in (_ctypes._SimpleCData, _ctypes.Array, _ctypes.Structure, _ctypes.Union, _ctypes._Pointer):
    try:
        t()
    except TypeError as e:
        print(t.__name__, e)
