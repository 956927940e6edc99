# The protocols of classes: what operators, calls and builtins ask for, and what they say of answers that do not fit.
def shown(source, names={}):
    try:
        print(source, "->", repr(eval(source, dict(globals(), **names))))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


def made(name="C", bases=(), /, **methods):
    return type(name, bases, methods)


def gives(value):
    return lambda *args, **kwargs: value


def raises(error):
    def method(*args, **kwargs):
        raise error
    return method


N = NotImplemented
for source in """
bool(made(__bool__=gives(1))());bool(made(__bool__=gives(None))());bool(made(__len__=gives(-1))());bool(made(__len__=gives("a"))());bool(made(__len__=gives(2**70))());bool(made(__len__=gives(0))());bool(made(__bool__=None)());bool(made(__bool__=raises(KeyError(1)))());not made(__bool__=gives(2))();len(made(__len__=gives(-1))());len(made(__len__=gives(1.5))());len(made(__len__=gives(True))());len(made(__len__=gives(2**63))());len(made()());len(made(__len__=None)())
str(made(__str__=gives(5))());repr(made(__repr__=gives(None))());str(made(__repr__=gives("r"))());str(made(__repr__=gives(b"r"))());format(made(__format__=gives(5))());format(made(__str__=gives("s"))(), "");format(made(__str__=gives("s"))(), "5");f"{made(__format__=gives(1))()}";"%s" % made(__str__=gives(5))();"%r" % made(__repr__=gives(5))();bytes(made(__bytes__=gives("x"))());bytes(made(__bytes__=gives(b"x"))());bytes(made(__index__=gives(3))());bytes(made()());ascii(made(__repr__=gives("é"))());print(made(__str__=gives(None))())
hash(made(__hash__=gives("a"))());hash(made(__hash__=gives(2**70))()) == hash(2**70);hash(made(__hash__=gives(-1))());hash(made(__hash__=None)());hash(made(__eq__=gives(True))());{made(__eq__=gives(True))(): 1};hash(made(__hash__=gives(True))());hash(made(__hash__=gives(1.5))());made(__eq__=gives(True)).__hash__;hash(made("S", (int,), __eq__=gives(1))(1));hash(made("S", (str,))("a")) == hash("a")
int(made(__int__=gives("5"))());int(made(__int__=gives(5))());int(made(__int__=gives(True))());int(made(__index__=gives(5))());int(made(__trunc__=gives(5))());int(made()());float(made(__float__=gives(5))());float(made(__float__=gives(1.5))());float(made(__index__=gives(2))());float(made()());complex(made(__complex__=gives(1))());complex(made(__complex__=gives(1j))());complex(made(__float__=gives(2.0))());complex(made()());made(__index__=gives("x"))().__index__();[1][made(__index__=gives("x"))()];[1][made(__index__=gives(0))()];[1][made(__index__=gives(True))()];hex(made(__index__=gives(255))());bin(made()());oct(made(__index__=gives(1.0))());chr(made(__index__=gives(65))());range(made(__index__=gives(2))());"a" * made(__index__=gives(2))();round(made(__round__=gives("r"))());round(made(__round__=lambda s, n=None: n)(), 3);round(made()());abs(made(__abs__=gives("a"))());abs(made()());divmod(made(__divmod__=gives(5))(), 1);divmod(1, made(__rdivmod__=gives(6))());pow(made(__pow__=lambda s, a, b=None: (a, b))(), 2, 3);pow(2, made(__rpow__=lambda s, a, b=None: (a, b))());pow(2, made(__rpow__=gives(1))(), 5)
iter(made(__iter__=gives(5))());iter(made(__iter__=gives([]))());iter(made(__iter__=None)());iter(made()());list(made(__getitem__=lambda s, i: "abc"[i])());list(made(__getitem__=raises(StopIteration))());list(made(__getitem__=raises(KeyError(1)))());next(made(__next__=gives(5))());next(made()());next(5);next(made(__next__=raises(StopIteration(7)))());next(made(__next__=raises(StopIteration(7)))(), "d");list(made(__iter__=lambda s: s, __next__=raises(ValueError("v")))());list(made(__iter__=lambda s: iter([1]), __len__=raises(ValueError("len")))());list(made(__iter__=lambda s: iter([1]), __length_hint__=gives("x"))());list(made(__iter__=lambda s: iter([1]), __length_hint__=gives(-1))());reversed(made(__reversed__=gives(5))());reversed(made(__reversed__=None)());reversed(made()());list(reversed(made(__len__=gives(2), __getitem__=lambda s, i: i)()));reversed({1});1 in made(__contains__=gives("yes"))();1 in made(__contains__=gives([]))();1 in made(__contains__=None)();1 in made(__iter__=gives(iter([1])))();1 in made(__getitem__=lambda s, i: [0, 1][i])();5 in made(__getitem__=lambda s, i: [0, 1][i])();1 in made()();1 in 5
made(__add__=gives(N))() + 1;1 + made(__radd__=gives("r"))();1 + made(__radd__=gives(N))();made(__add__=gives(N), __radd__=gives("r"))() + made()();made(__sub__=gives(5))() - 1;made() + 1;made()() + made()();made(__mul__=None)() * 2;2 * made(__rmul__=None)();[1] + made(__radd__=gives("r"))();"a" % made(__rmod__=gives("r"))();"a%s" % made(__rmod__=gives("r"), __str__=gives("s"))();[1] * made(__rmul__=gives("r"))();made(__matmul__=gives("m"))() @ 1;1 @ made(__rmatmul__=gives("m"))();1 @ 2;made(__lshift__=gives(1))() << 2;-made()();-made(__neg__=gives("n"))();+made()();~made(__invert__=gives("i"))();~1.5;not made()();made(__and__=gives(N))() & 1;made(__or__=raises(KeyError("k")))() | 1;made(__floordiv__=gives("f"))() // 2;made(__truediv__=gives("t"))() / 2;made(__mod__=gives("m"))() % 2;made(__pow__=gives("p"))() ** 2;made(__rpow__=gives("rp"))() ** 2;2 ** made(__rpow__=gives("rp"))();2 ** made()()
made(__eq__=gives(N))() == 1;made(__eq__=gives("x"))() == 1;1 == made(__eq__=gives("x"))();1 != made(__eq__=gives("x"))();1 != made(__ne__=gives("ne"))();made()() != made()();made(__lt__=gives("lt"))() < 1;1 > made(__lt__=gives("lt"))();1 < made(__gt__=gives("gt"))();made()() < 1;made()() < made()();made(__lt__=gives(N))() < made(__gt__=gives(N))();made(__le__=gives(5))() <= 1;made(__ge__=None)() >= 1;sorted([made(__lt__=gives(True))(), 1]) and 1;max(made(__gt__=gives([]))(), 1) is not None;1 < 2 < made()();1 == 1 == made(__eq__=gives([]))();made(__eq__=raises(ValueError("eq")))() in [1];[made(__eq__=raises(ValueError("eq")))()] == [1];{made(__eq__=raises(ValueError("eq")), __hash__=gives(1))(): 1}[1]
made(__call__=gives("called"))()();made(__call__=None)()();made()()();made(__call__=5)()();callable(made(__call__=None)());callable(made());callable(5);made(__getitem__=gives("item"))()[1, 2];made(__class_getitem__=lambda c, k: k)[5];made()[5];made()()[5];made(__getitem__=lambda s, k: k)()[1:2, ...];made(__getitem__=lambda s, k: k)()[()];made(__setitem__=gives(1))().__setitem__(1, 2);made()().__setitem__;made(__missing__=gives(1))()[1];made("D", (dict,), __missing__=gives("m"))()[1]
made(__getattr__=lambda s, n: n)().abc;made(__getattr__=gives(5))().__len__;len(made(__getattr__=gives(gives(5)))());made(__getattribute__=gives(7))().x;made(__getattribute__=raises(AttributeError("ga")), __getattr__=lambda s, n: "fallback " + n)().x;made(__getattr__=raises(KeyError("k")))().x;getattr(made(__getattr__=raises(KeyError("k")))(), "x", 1);getattr(made(__getattr__=raises(AttributeError("k")))(), "x", 1);hasattr(made(__getattr__=raises(KeyError("k")))(), "x");hasattr(made(__getattr__=raises(AttributeError))(), "x");made(__dir__=gives([3, 1, 2]))().__dir__();dir(made(__dir__=gives(["b", "a"]))());dir(made(__dir__=gives(5))());dir(made(__dir__=gives([1, "a"]))());vars(made(__dict__=5)());vars(5);vars(made(x=1)());made(x=1)().x;made(x=property(gives(3)))().x;made(x=property(raises(AttributeError("inner"))))().x;made(x=property(raises(AttributeError("inner"))), __getattr__=lambda s, n: "got " + n)().x;made(x=property())().x
isinstance(1, made(__instancecheck__=gives(True)));isinstance(1, made("M", (type,), __instancecheck__=gives(2))("C", (), {}));issubclass(int, made("M", (type,), __subclasscheck__=gives([]))("C", (), {}));isinstance(1, 5);isinstance(1, (int, 5));isinstance("a", (int, 5));isinstance(1, ((), (str, (int,))));isinstance(1, int | str);isinstance(1, list[int]);issubclass(1, int);issubclass(int, 5);issubclass(int, (str, object));isinstance(1, None);isinstance(None, type(None));isinstance(1, int | None);issubclass(bool, int | str);isinstance(made(__class__=int)(), int);type(made(__class__=int)()).__name__;isinstance(1, made(__bases__=5)())
type("A");type("A", ());type("A", (), 5);type("A", 5, {});type(5, (), {});type("A", (5,), {});type("A", (int, str), {});type("A", (bool,), {});type("A", (type(None),), {});type("A", (object, int), {});type("A", (int, object), {});type("A", (int, int), {});type("A\\0", (), {});type("A", (), {"__slots__": 5});type("A", (), {"__slots__": "a b"});type("A", (), {"__slots__": ["1x"]});type("A", (), {"__slots__": ["x"], "x": 1});type("A", (int,), {"__slots__": ["x"]});type("A", (tuple,), {"__slots__": ["x"]});type("A", (), {"__slots__": ["__dict__", "__dict__"]});type("A", (), {"__slots__": ("a", "b")})().a;type("A", (), {"__slots__": ()})().__dict__;type("A", (), {"__qualname__": 5});type("A", (), {"__qualname__": "q.A"}).__qualname__;type("A", (), {"__doc__": "d"}).__doc__;type("A", (), {}).__doc__;type("A", (), {}, x=1);type("A", (range,), {});type("A", (slice,), {});type("A", (type(gives),), {});type("A", (memoryview,), {});type("A", (type(...),), {});type("A", (property,), {}).__name__;type("A", (type,), {})("B", (), {}).__class__.__name__;type(type("A", (), {})).__name__;type.__call__(int, "5");type.mro(int);int.mro();type.__mro__;object.__bases__;type.__bases__;type.__subclasses__(bool);int.__subclasses__.__name__;type.__prepare__();object() < object();object().x;object.x;object(1);object.__new__();object.__new__(5);object.__new__(int);object.__init__();object().__init__(1);int.__new__(str);int.__new__();int.__new__(object);object().__eq__(1);object.__eq__(1, 1);object.__repr__(5)[:12];object.__str__("a");object.__format__(5, "");object.__format__(5, "d");object.__hash__(5) == hash(5);object.__setattr__(5, "x", 1);object.__delattr__(object(), "x");object.__getattribute__(5, "real");object.__dir__(5) == 0;object.__sizeof__(5) > 0;object.__init_subclass__();object.__subclasshook__(5);object.__class__;object.__doc__[:10]
""".strip().replace("\n", ";").split(";"):
    shown(source)


class Left:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return name


log = []
for operation in ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "and", "or", "xor", "divmod"]:
    for prefix in ["", "r", "i"]:
        def method(self, other, *rest, which=f"{prefix}{operation}"):
            log.append(f"{self}.{which}({other})")
            return NotImplemented if "no" in self.name else f"{self}:{which}"
        setattr(Left, f"__{prefix}{operation}__", method)


class Right(Left):
    pass


class Override(Left):
    def __radd__(self, other):
        log.append(f"{self}.override({other})")
        return f"{self}:override"


import operator
for a, b in [(Left("a"), Left("b")), (Left("no-a"), Left("b")), (Left("no-a"), Right("b")), (Left("a"), Right("b")), (Left("a"), Override("b")), (Right("no"), Override("no-b")), (Left("no-a"), 5), (5, Left("no-b")), (5, Left("b"))]:
    for source in ["a + b", "a - b", "a ** b", "a @ b", "divmod(a, b)", "a & b"]:
        log.clear()
        try:
            result = eval(source)
        except TypeError as error:
            result = f"TypeError {error}"
        print(f"{a} {b} {source}", result, log)
    for name in ["iadd", "ipow", "imatmul", "ior", "ifloordiv", "ilshift"]:
        log.clear()
        try:
            result = getattr(operator, name)(a, b)
        except TypeError as error:
            result = f"TypeError {error}"
        print(f"{a} {b} {name}", result, log)
order = []


class Noisy:
    def __init__(self, name):
        self.name = name

    def __bool__(self):
        order.append(f"bool {self.name}")
        return self.name > "m"

    def __lt__(self, other):
        order.append(f"{self.name} < {other.name}")
        return self

    def __eq__(self, other):
        order.append(f"{self.name} == {getattr(other, 'name', other)}")
        return self

    __hash__ = None


a, b, z = Noisy("a"), Noisy("b"), Noisy("z")
for source in ["a < b < z", "z < a < b", "a and b", "z and a", "a or z", "not a", "z if a else b", "a == b == z", "a != b", "a in [b]", "z in [a]", "[a] == [b]", "[z] == [z]", "(z,) == (a,)", "min(a, z) is a", "max(z, a) is z", "sorted([z, a, b])", "any([a, b])", "all([z, a])",
               "[x for x in (a, z) if x]", "list(filter(None, [a, z]))", "z < b and a", "[a, b].index(z)", "[a, z].count(z)", "[z].remove(z)", "{1: a} == {1: z}", "(lambda: a if z else b)()", "not (a < z)", "a is a", "bool(z)", "assert_" if 0 else "1"]:
    order.clear()
    try:
        result = eval(source)
        result = getattr(result, "name", result) if not isinstance(result, list) else [getattr(x, "name", x) for x in result]
    except Exception as error:
        result = f"{type(error).__name__} {error}"
    print(source, "->", result, order)
