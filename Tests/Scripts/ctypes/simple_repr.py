# repr of simple objects.
from ctypes import *
print(c_int(3), c_double(1.5), c_char(b"x"), c_wchar("y"), c_bool(1), c_void_p(None), c_void_p(16), c_ubyte(200))
print(repr(py_object("text")), repr(py_object()))
print(repr(c_char_p(None)), repr(c_wchar_p(None)))
