# errcheck sees the result, the function and the arguments.
from ctypes import *
f = CDLL(None)["labs"]
def check(result, function, arguments):
    print(result, function is f, arguments)
    if result == 13:
        raise ValueError("unlucky")
    return -result
f.errcheck = check
print(f(-4))
try:
    f(-13)
except ValueError as e:
    print(e)
print(f.errcheck is check)
del f.errcheck
print(f(-5))
