import copy

row = [1, [2, 3], {"a": [4]}]
shallow, deep = copy.copy(row), copy.deepcopy(row)
row[1].append(9)
row[2]["a"].append(9)
print(shallow, deep)


class Node:
    def __init__(self, name):
        self.name = name
        self.links = []


a, b = Node("a"), Node("b")
a.links.append(b)
b.links.append(a)
c = copy.deepcopy(a)
print(c.name, c.links[0].name, c.links[0].links[0] is c, c is a, c.links[0] is b)
loop = []
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin[0] is twin, twin is loop)
t = (1, [2])
print(copy.deepcopy(t) == t, copy.deepcopy(t) is t, copy.deepcopy((1, 2)) == (1, 2), copy.copy(t) is t)


class Slotted:
    __slots__ = ("x", "y")


s = Slotted()
s.x = [1]
u = copy.deepcopy(s)
print(u.x, u.x is s.x, hasattr(u, "y"))


class Own:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep"


print(copy.copy(Own()), copy.deepcopy([Own()]))


class Numbers(list):
    pass


n = Numbers([1, 2])
n.label = "n"
m = copy.copy(n)
print(m, type(m).__name__, m.label, copy.copy({1: 2}), copy.copy({3}), copy.deepcopy(frozenset([1])))


# An object whose attributes do not tell all that it holds is refused, unless its type says how it is copied.
def show(label, make):
    for function in (copy.copy, copy.deepcopy):
        try:
            print(label, function(make()))
        except TypeError as e:
            print(label, type(e).__name__, e)


import random
import threading
import types

show("lock", threading.Lock)
show("local", threading.local)
show("event", lambda: copy.deepcopy(threading.Event()))
show("staticmethod", lambda: staticmethod(len))
show("classmethod", lambda: classmethod(len))
show("generator", lambda: (x for x in [1]))
show("keys", lambda: {1: 2}.keys())
show("namespace", lambda: types.SimpleNamespace(a=[1], b=2))
generator = random.Random(3)
generator.random()
generator.gauss(0, 1)
twin = copy.copy(generator)
print([generator.random() == twin.random(), generator.gauss(0, 1) == twin.gauss(0, 1), twin is generator])
