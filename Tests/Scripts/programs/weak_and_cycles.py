"""Weak references, caches that forget, observers, gc, finalizers, copy protocols."""
import copy
import gc
import weakref
class Node:
    alive = 0
    def __init__(self, name): self.name, self.children, self._parent = name, [], None; Node.alive += 1
    def __del__(self): Node.alive -= 1
    @property
    def parent(self): return self._parent() if self._parent else None
    def add(self, child): child._parent = weakref.ref(self); self.children.append(child); return child
    def __repr__(self): return f"Node({self.name})"
root = Node("root"); leaf = root.add(Node("a")).add(Node("b"))
print(leaf.parent, leaf.parent.parent, Node.alive)
del root; print(leaf.parent, Node.alive)
class Subject:
    def __init__(self): self.observers = weakref.WeakSet()
    def tell(self, x): return sorted(o(x) for o in self.observers)
class Obs:
    def __init__(self, n): self.n = n
    def __call__(self, x): return (self.n, x)
s = Subject(); a, b = Obs(1), Obs(2); s.observers.add(a); s.observers.add(b)
print(s.tell("x")); del a; print(s.tell("y"), len(s.observers))
cache = weakref.WeakValueDictionary(); k = Obs(3); cache["k"] = k
print("k" in cache, cache["k"].n); del k; print("k" in cache, dict(cache))
events = []
class Res: pass
r = Res(); ref = weakref.ref(r, lambda w: events.append("gone")); f = weakref.finalize(r, events.append, "finalized")
print(f.alive, ref() is r); del r; print(events, ref(), f.alive)
class Cyc:
    def __init__(self): self.me = self
    def __del__(self): events.append("cycle")
gc.collect(); events.clear(); Cyc(); print(events, gc.collect() > 0, events, gc.isenabled(), gc.is_tracked([]), gc.is_tracked(1))
p = weakref.proxy(b); print(p.n, p(5)); del b
try: p.n
except ReferenceError as e: print(e)
try: weakref.ref(5)
except TypeError as e: print(e)
class Bound:
    def m(self): return "called"
o = Bound(); wm = weakref.WeakMethod(o.m); print(wm()()); del o; print(wm())
class P:
    def __init__(self, x): self.x = x
    def __copy__(self): return P(("copied", self.x))
    def __deepcopy__(self, memo): return P(("deep", copy.deepcopy(self.x, memo)))
l = [1, [2]]; q = P(l); print(copy.copy(q).x, copy.deepcopy(q).x, copy.deepcopy(l)[1] is l[1], copy.copy(l)[1] is l[1])
rec = [1]; rec.append(rec); d = copy.deepcopy(rec); print(d, d[1] is d, rec == rec)
class S:
    __slots__ = ("a", "__weakref__")
x = S(); x.a = [1]; y = copy.copy(x); print(y.a is x.a, weakref.ref(x)() is x, weakref.getweakrefcount(x))
class G:
    def __getstate__(self): return {"v": 1}
    def __setstate__(self, s): self.got = s
print(copy.copy(G()).got, copy.replace if hasattr(copy, "replace") and False else "")
