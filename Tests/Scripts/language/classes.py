# Classes: attributes, inheritance, super, descriptors, slots, metaclasses, special methods.
class Base:
    kind = "base"

    def __init__(self, x):
        self.x = x

    def show(self):
        return f"{type(self).__name__}({self.x})"

    @classmethod
    def make(cls, x):
        return cls(x)

    @staticmethod
    def twice(x):
        return x * 2

    @property
    def double(self):
        return self.x * 2

    @double.setter
    def double(self, value):
        self.x = value // 2


class Derived(Base):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y

    def show(self):
        return super().show() + f"+{self.y}"


b, d = Base(1), Derived(2, 3)
print(b.show(), d.show(), Base.make(5).show(), Base.twice(4), d.twice("a"), b.double)
b.double = 10
print(b.x, d.kind, Derived.kind, isinstance(d, Base), issubclass(Derived, Base), Derived.__mro__)
d.kind = "own"
print(d.kind, Derived.kind, d.__dict__, b.__dict__)
del d.kind
print(d.kind)
for act in (lambda: b.missing, lambda: Base.missing, lambda: setattr(5, "a", 1), lambda: delattr(b, "nope"), lambda: Base()):
    try:
        act()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


s = Slots()
print(s.a)
for act in (lambda: s.b, lambda: setattr(s, "c", 1), lambda: s.__dict__):
    try:
        print(act())
    except AttributeError as error:
        print(error)


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, n):
        return Vector(self.x * n, self.y * n)

    __rmul__ = __mul__

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __bool__(self):
        return bool(self.x or self.y)

    def __call__(self, k):
        return self.x + k

    def __contains__(self, value):
        return value in (self.x, self.y)

    def __lt__(self, other):
        return self.x < other.x

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __iadd__(self, other):
        self.x += other.x
        return self


v, w = Vector(1, 2), Vector(3, 4)
print(v + w, v * 3, 3 * v, v == Vector(1, 2), v != w, len(v), v[1], list(v), bool(Vector(0, 0)), v(5), 2 in v, -v)
print(sorted([w, v]), {v: 1}[Vector(1, 2)], max(v, w), v < w)
v += w
print(v)


class Meta(type):
    def __new__(mcls, name, bases, namespace, **kwargs):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")), kwargs)
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args):
        print("call", args)
        return super().__call__(*args)

    @classmethod
    def __prepare__(mcls, name, bases, **kwargs):
        return {"prepared": True}


class WithMeta(metaclass=Meta, option=1):
    def f(self):
        return __class__


print(WithMeta.prepared, WithMeta().f() is WithMeta, type(WithMeta))


class Hooked:
    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag


class Sub(Hooked, tag="t"):
    pass


class Named:
    def __set_name__(self, owner, name):
        print("set name", owner.__name__, name)

    def __get__(self, instance, owner):
        return "got", instance is not None

    def __set__(self, instance, value):
        print("set", value)


class Holder:
    field = Named()


print(Sub.tag, Holder.field, Holder().field)
Holder().field = 5


class A:
    def f(self):
        return "A"


class B(A):
    def f(self):
        return "B" + super().f()


class C(A):
    def f(self):
        return "C" + super().f()


class D(B, C):
    def f(self):
        return "D" + super().f()


print(D().f(), [c.__name__ for c in D.__mro__])
try:
    class Bad(A, D):
        pass
except TypeError as error:
    print(error)


class Get:
    def __getattr__(self, name):
        return "dynamic " + name


class All:
    def __getattribute__(self, name):
        return "all " + name


print(Get().anything, All().anything)
print(type("Made", (Base,), {"extra": 1})(5).show(), type(5), type(type))


class Counted:
    alive = 0

    def __init__(self):
        Counted.alive += 1

    def __del__(self):
        Counted.alive -= 1


objects = [Counted() for _ in range(3)]
print(Counted.alive)
objects.pop()
print(Counted.alive)
objects = None
print(Counted.alive)


class Iter:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if not self.n:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Iter(3)), [x for x in Iter(4)], sum(Iter(5)))
print(repr(Base.show).startswith("<function Base.show at 0x"), b.show.__self__ is b, Base.__name__, Base.__qualname__, Base.__module__, Base.__doc__)


def method(self):
    return "patched"


Base.show = method
print(b.show(), d.show())
b.show = lambda: "instance"
print(b.show())


class Init:
    def __init__(self):
        return 5


try:
    Init()
except TypeError as error:
    print(error)


class Singleton:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance


print(Singleton(1) is Singleton(2))


class Outer:
    class Inner:
        pass

    def method(self):
        pass


print(Outer.Inner.__qualname__, Outer.method.__qualname__, Outer.Inner)
