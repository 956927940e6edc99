# Pointers to structures and linked lists.
from ctypes import *
class Node(Structure): pass
Node._fields_ = [("value", c_int), ("next", POINTER(Node))]
c = Node(3, None)
b = Node(2, pointer(c))
a = Node(1, pointer(b))
n = a
while True:
    print(n.value, bool(n.next))
    if not n.next:
        break
    n = n.next.contents
a.next.contents.value = 22
print(b.value)
