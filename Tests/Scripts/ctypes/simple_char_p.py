# Strings behind pointers.
from ctypes import *
p = c_char_p(b"hello\0world")
print(p.value, len(p.value))
p.value = b"other"
print(p.value)
p.value = None
print(p.value)
w = c_wchar_p("grüße")
print(w.value)
w.value = "x\0y"
print(w.value)
