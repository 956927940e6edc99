# References, proxies, methods, finalize.
import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def say(self):
        return self.name

    def __repr__(self):
        return f"Thing({self.name!r})"


thing = Thing("a")
first, second = weakref.ref(thing), weakref.ref(thing)
print(first is second, first() is thing, weakref.getweakrefcount(thing), weakref.getweakrefs(thing) == [first])
print(weakref.getweakrefcount(5), weakref.getweakrefs(5))
told = []
third = weakref.ref(thing, lambda reference: told.append(reference() is None))
proxy = weakref.proxy(thing)
print(proxy.name, proxy.say(), type(proxy) is weakref.ProxyType, weakref.getweakrefcount(thing))
print(type(weakref.proxy(Thing)) is weakref.CallableProxyType, isinstance(proxy, weakref.ProxyTypes))
del thing
print(told, first(), second(), third())
try:
    proxy.name
except ReferenceError as error:
    print(error)
try:
    weakref.ref(5)
except TypeError as error:
    print(error)

# In a cycle: the callback of a reference outside is called, that of one inside is not.
outside = Thing("outside")
outside.me = outside
outside.inside = weakref.ref(outside, lambda _: told.append("inside"))
kept = weakref.ref(outside, lambda reference: told.append(("outside", reference())))
told.clear()
del outside
gc.collect()
print(told, kept())

# Methods.
thing = Thing("m")
method = weakref.WeakMethod(thing.say, lambda reference: told.append("method"))
told.clear()
print(method()(), method == weakref.WeakMethod(thing.say), method != weakref.WeakMethod(thing.__repr__))
print(hash(method) == hash(weakref.WeakMethod(thing.say)), len({method, weakref.WeakMethod(thing.say)}))
del thing
print(method(), told, method == method)
try:
    weakref.WeakMethod(len)
except AttributeError as error:
    print("attribute", error)
except TypeError as error:
    print("type", error)

# finalize.
thing = Thing("f")
end = weakref.finalize(thing, lambda *args, **kwargs: told.append((args, kwargs)) or "result", 1, key=2)
told.clear()
print(end.alive, end.atexit, end.peek()[0] is thing, end.peek()[2:])
del thing
print(end.alive, told, end(), end.peek(), end.detach(), end.atexit)
thing = Thing("g")
end = weakref.finalize(thing, told.append, "called")
print(end(), end(), told[-1], end.alive)
end = weakref.finalize(thing, told.append, "never")
found = end.detach()
print(found[0] is thing, found[2], end.alive)
del thing, found
print(told[-1])
thing = Thing("h")
for n in range(3):
    weakref.finalize(thing, print, "at exit", n)
silent = weakref.finalize(thing, print, "not at exit")
silent.atexit = False
print(silent.atexit)
