# Classes may have methods, properties, __init__, __repr__.
from ctypes import *
class V(Structure):
    _fields_ = [("x", c_double), ("y", c_double)]
    def __init__(self, x=1, y=1):
        super().__init__(x, y)
    def __repr__(self): return f"V({self.x}, {self.y})"
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
    @property
    def norm(self): return (self.x ** 2 + self.y ** 2) ** .5
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)
print(V(3, 4).norm, V() + V(2, 3), V(1, 2) == V(1, 2), V(1, 2) == V(2, 1))
