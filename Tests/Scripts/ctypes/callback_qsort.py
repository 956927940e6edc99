# qsort with a comparator.
from ctypes import *
c = CDLL(None)
C = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
a = (c_int * 10)(5, 3, 9, 1, 7, 2, 8, 0, 6, 4)
c.qsort.restype = None
c.qsort(a, len(a), sizeof(c_int), C(lambda x, y: x[0] - y[0]))
print(list(a))
c.qsort(a, len(a), sizeof(c_int), C(lambda x, y: y.contents.value - x.contents.value))
print(list(a))
calls = 0
def count(x, y):
    global calls
    calls += 1
    return (x[0] > y[0]) - (x[0] < y[0])
c.qsort(a, len(a), sizeof(c_int), C(count))
print(list(a), calls > 9)
