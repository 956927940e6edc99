"""Mixins, super chains, descriptors, class hooks, operator fallback."""
class Typed:
    def __init__(self, kind, *, default=None): self.kind, self.default = kind, default
    def __set_name__(self, owner, name): self.name = "_" + name; owner.fields = getattr(owner, "fields", ()) + (name,)
    def __get__(self, obj, owner=None): return self if obj is None else getattr(obj, self.name, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}, not {type(value).__name__}")
        setattr(obj, self.name, value)
    def __delete__(self, obj): delattr(obj, self.name)

class Base:
    registry = {}
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        Base.registry[tag or cls.__name__.lower()] = cls
    def describe(self): return ["Base"]

class Named(Base):
    name = Typed(str, default="?")
    def describe(self): return ["Named:" + self.name] + super().describe()

class Sized(Base, tag="size"):
    size = Typed(int, default=0)
    def describe(self): return [f"Sized:{self.size}"] + super().describe()
    def __add__(self, other):
        if isinstance(other, int): return self.size + other
        return NotImplemented
    def __radd__(self, other): return ("radd", other, self.size)

class Box(Named, Sized):
    def describe(self): return ["Box"] + super().describe()
    def __contains__(self, x): return x < self.size
    def __call__(self, *args, **kw): return args, kw
    def __getattr__(self, name):
        if name.startswith("dyn_"): return name[4:]
        raise AttributeError(f"no {name}")
    def __dir__(self): return ["a", "b"]

b = Box()
print(b.describe(), [c.__name__ for c in Box.__mro__], Box.fields, Named.fields, sorted(Base.registry))
b.name, b.size = "crate", 10
print(b.describe(), 5 in b, 50 in b, b(1, k=2), b.dyn_x, dir(b), vars(b))
for act in (lambda: setattr(b, "size", "big"), lambda: b.nothing, lambda: b + "x", lambda: [] + b, lambda: b - 1, lambda: -b, lambda: b[0], lambda: len(b), lambda: b < b, lambda: iter(b), lambda: Typed(), lambda: b.name.missing):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
print(b + 1, 1 + b, sum([b], 0), Box.size.kind, isinstance(Box.name, Typed))
del b.size
print(b.size, b == b, b != Box(), callable(b), callable(Base()), hash(b) == hash(b))
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        ns["made_by"] = m.__name__
        return super().__new__(m, name, bases, ns)
    def __call__(cls, *a): 
        obj = super().__call__(*a)
        cls.instances = getattr(cls, "instances", 0) + 1
        return obj
    def __getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __len__(cls): return 42
    @property
    def shout(cls): return cls.__name__.upper()
class Thing(metaclass=Meta):
    def __init__(self, x=0): self.x = x
    def __eq__(self, o): return isinstance(o, Thing) and o.x == self.x
Thing(), Thing(1)
print(Thing.made_by, Thing.instances, Thing["k"], len(Thing), Thing.shout, type(Thing), Thing(2) == Thing(2), Thing.__hash__)
try: class_ = type("Bad", (Named, Base, Sized), {}); print(class_.__mro__[1].__name__)
except TypeError as e: print(e)
try: type("Worse", (Base, Named), {})
except TypeError as e: print(e)
class Temp:
    def __init__(self): self._c = 0
    @property
    def f(self): "Fahrenheit"; return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self): self._c = None
    @staticmethod
    def s(x): return x + 1
    @classmethod
    def c(cls): return cls.__name__
t = Temp(); t.f = 212; print(t._c, t.f, Temp.f.__doc__, Temp.s(1), t.c(), Temp.f.fget.__name__)
del t.f; print(t._c)
try: t.f
except TypeError as e: print(e)
