import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def shout(self):
        return self.name.upper()


a, b = Thing("a"), Thing("b")
died = []
r = weakref.ref(a, lambda reference: died.append("a died"))
print(r() is a, r == weakref.ref(a))
values = weakref.WeakValueDictionary({"a": a, "b": b})
keys = weakref.WeakKeyDictionary({a: 1, b: 2})
things = weakref.WeakSet([a, b])
method = weakref.WeakMethod(a.shout)
proxy = weakref.proxy(a)
print(len(values), values["a"], sorted(values), len(keys), keys[b], len(things), a in things, method()(), proxy.name)
finalizer = weakref.finalize(b, lambda *args: died.append(args), 1, 2)
print(finalizer.alive)
del a
print(r(), died, list(values), len(keys), list(things), method())
try:
    proxy.name
except ReferenceError as error:
    print(error)
del b
print(died, finalizer.alive, len(values), len(things))
try:
    weakref.ref(3)
except TypeError as error:
    print(error)
