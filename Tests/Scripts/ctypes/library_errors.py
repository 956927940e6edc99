# Missing libraries and symbols.
from ctypes import *
for f in (lambda: CDLL("libnosuch.so.9"), lambda: CDLL("/nonexistent/x.so")):
    try:
        f()
    except OSError as e:
        print(type(e).__name__, e)
try:
    CDLL(3.5)
except TypeError as e:
    print(e)
c = CDLL("libm.so.6")
try:
    c.nosuch_function
except AttributeError as e:
    print(str(e).split(": ")[-1])
try:
    c.__nosuch__
except AttributeError as e:
    print(e)
try:
    c[1.5]
except TypeError as e:
    print(e)
print(hasattr(c, "cos"), hasattr(c, "nosuch"))
