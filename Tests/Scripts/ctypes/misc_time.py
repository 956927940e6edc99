# struct tm and time.
from ctypes import *
class tm(Structure):
    _fields_ = [(n, c_int) for n in "sec min hour mday mon year wday yday isdst".split()] + [("gmtoff", c_long), ("zone", c_char_p)]
c = CDLL(None)
c.gmtime_r.restype = POINTER(tm)
t = tm()
p = c.gmtime_r(byref(c_long(86400 * 365)), byref(t))
print(t.year, t.mon, t.mday, p.contents.year, addressof(p.contents) == addressof(t))
b = create_string_buffer(40)
print(c.strftime(b, 40, b"%Y-%m-%d", byref(t)), b.value)
