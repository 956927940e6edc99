# Iterators, views of code and frames, sys and types: what they are and what they say.
import sys
import types
import collections
import functools
import itertools
import operator


def shown(source, names={}):
    try:
        print(source, "->", repr(eval(source, dict(globals(), **names))))
    except BaseException as error:
        print(source, "->", type(error).__name__, error)


def f(a, b=1, *c, d=2, **e):
    x = a
    return x


class P:
    __slots__ = ("x", "y", "__weakref__")

    def __init__(self):
        self.x = 1


class Q(P):
    pass


for source in """
types.FunctionType is type(f);types.LambdaType is type(f);types.GeneratorType.__name__;types.CodeType.__name__;types.MethodType(f, 5)();types.MethodType(5, 6);types.MethodType(f);types.MethodType(f, None);types.BuiltinFunctionType.__name__;types.ModuleType("m");types.ModuleType();types.ModuleType("m", "doc").__doc__;types.ModuleType(5);types.SimpleNamespace(a=1, b="x");types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1);types.SimpleNamespace(1);types.MappingProxyType({1: 2})[1];types.MappingProxyType({1: 2});types.MappingProxyType(5);types.NoneType is type(None);types.EllipsisType.__name__;types.NotImplementedType.__name__;types.CellType(5).cell_contents;types.CellType().cell_contents;types.new_class("N", (int,)).__mro__[1].__name__;types.resolve_bases((int,));types.GenericAlias(list, (int,));types.UnionType.__name__;type(int | str) is types.UnionType;int | None;int | str | int;(int | str) == (str | int);(int | str).__args__;int | 5;isinstance(5, int | str);list[int] | None;None | int;"a" | int;types.TracebackType.__name__;types.FrameType.__name__;types.DynamicClassAttribute.__name__;types.prepare_class("A", (int,))[0].__name__;types.get_original_bases(P)
f.__code__.co_varnames;f.__code__.co_names;f.__code__.co_argcount;f.__code__.co_nlocals;f.__code__.co_flags & 0x0f;f.__code__.co_filename == __file__;f.__code__.co_firstlineno;f.__code__.co_freevars;f.__code__ == f.__code__;hash(f.__code__) == hash(f.__code__);repr(f.__code__)[:14];f.__code__.co_qualname;f.__code__.x;(lambda: 1).__code__.co_name;compile("x", "f", "eval").co_names;type(compile("1", "a", "exec")).__name__
sys.getsizeof(1) > 0;sys.intern("a") is sys.intern("a");sys.intern(5);sys.getrefcount([]) > 0;sys.maxsize;sys.byteorder;sys.version_info >= (3, 13);sys.version_info.major;sys.hexversion >= 0x030d0000;sys.getrecursionlimit();sys.setrecursionlimit(0);sys.setrecursionlimit("a");sys.getdefaultencoding();sys.getfilesystemencoding();sys.float_info.max;sys.float_info.dig;sys.hash_info.width;sys.flags.debug;sys.exc_info();sys.exception();sys.getswitchinterval();sys.is_finalizing();sys.implementation.name != "";sys.platform;sys.maxunicode;sys.get_int_max_str_digits();sys.set_int_max_str_digits(5);sys.path[0] != 5;type(sys.modules).__name__;"sys" in sys.modules;sys.argv[1:];sys.dont_write_bytecode in (True, False);sys.stdin is sys.__stdin__;sys.displayhook(None);sys._getframe().f_code.co_name;sys._getframe(1).f_code.co_name;sys._getframe(100);sys._getframe("a");sys.exit.__name__;sys.unraisablehook.__name__;sys.excepthook.__name__;sys.audit("x");sys.thread_info.name;sys.warnoptions;sys.api_version;sys.executable != "";sys.prefix != "";sys.nope
P().x;P().y;setattr(P(), "z", 1);P().__dict__;delattr(P(), "y");P.x;P.x.__get__(P(), P);P.x.__get__(5, P);P.x.__set__(5, 1);type(P.x).__name__;repr(P.x);P.x.__name__, P.x.__objclass__.__name__;P.__slots__;Q().__dict__;setattr(Q(), "z", 1);vars(Q());P().__weakref__;P.__dict__["x"] is P.x;sorted(P.__dict__)[:3];setattr(P, "__slots__", 5);P.__dictoffset__;Q.__dictoffset__ != 0;P.__basicsize__ > 0;P.__weakrefoffset__ != 0;type("R", (P,), {"__slots__": ("x",)})().x;setattr(P(), "__class__", Q);setattr(Q(), "__class__", P);setattr(5, "__class__", int);setattr(P(), "__class__", 5);setattr(P, "__name__", 5);setattr(P, "__name__", "a\\0");setattr(P, "__qualname__", None);setattr(int, "x", 1);setattr(type, "x", 1);setattr(object(), "x", 1);setattr(None, "x", 1);setattr(f, "x", 1);setattr(len, "x", 1);setattr([].append, "x", 1);setattr(P.x, "x", 1);delattr(int, "real");delattr(P, "nope");delattr(None, "x");object().__class__;setattr(object(), "__class__", P)
reversed([1]).__length_hint__();list(map(None, [1]));list(map(str, [1], [2]));map(str).__next__();next(zip());zip([1], strict="x").__next__();list(enumerate([], 2**70));next(enumerate("a", 2**63));enumerate("a", 1.5);list(filter(lambda x: x, [0, 1]));type(iter(range(3))).__name__, type(iter(b"a")).__name__, type(iter([])).__name__, type(iter(())).__name__, type(iter({})).__name__, type(iter(set())).__name__, type(iter(bytearray())).__name__, type(iter("é")).__name__;iter("ab").__setstate__(1);copy_ if 0 else 1;operator.length_hint([1]);operator.length_hint(5, 3);operator.length_hint(iter([1, 2]));operator.index(5.0);operator.itemgetter(1, 2)("abc");operator.itemgetter();operator.attrgetter("a.b")(types.SimpleNamespace(a=types.SimpleNamespace(b=1)));operator.attrgetter(5);operator.methodcaller("upper")("a");operator.methodcaller();operator.concat([1], [2]);operator.concat(1, 2);operator.countOf([1, 1], 1);operator.indexOf([1], 2);operator.truth([]);operator.is_not(1, 2);operator.setitem([1], 0, 2);operator.contains([1], 1);operator.call(len, "ab");operator.matmul(1, 2);operator.iadd([1], [2]);operator.not_(0);operator.inv(5);operator.itemgetter(slice(1, 3))("abcd");repr(operator.itemgetter(1));repr(operator.attrgetter("a", "b"));repr(operator.methodcaller("m", 1, k=2))
list(itertools.chain([1], "a"));list(itertools.chain(5));list(itertools.chain.from_iterable(["ab", [1]]));list(itertools.islice("abc", 2));list(itertools.islice("abc", 1, None, 2));itertools.islice("abc", -1);itertools.islice("abc", 1, 2, 0);itertools.islice("abc", "a");list(itertools.repeat(1, 3));itertools.repeat(1, 2);itertools.repeat(1, "a");list(itertools.accumulate([1, 2, 3]));list(itertools.accumulate([1, 2], initial=5));list(itertools.accumulate([1, 2], operator.mul));list(itertools.product("ab", repeat=2));list(itertools.product([], [1]));itertools.product("a", repeat=-1);list(itertools.permutations("abc", 2))[:3];list(itertools.permutations("ab", 3));itertools.permutations("ab", -1);list(itertools.combinations("abc", 2));list(itertools.combinations_with_replacement("ab", 2));list(itertools.groupby([1, 1, 2]))[1][0];[(k, list(g)) for k, g in itertools.groupby("aAb", str.upper)];list(itertools.zip_longest("ab", [1], fillvalue=0));list(itertools.starmap(pow, [(2, 3)]));list(itertools.starmap(pow, [5]));list(itertools.takewhile(lambda x: x < 2, [1, 2, 1]));list(itertools.dropwhile(lambda x: x < 2, [1, 2, 1]));list(itertools.filterfalse(None, [0, 1]));list(itertools.compress("abc", [1, 0, 1]));list(itertools.pairwise([1, 2, 3]));list(itertools.batched("abcde", 2));list(itertools.batched("abc", 0));list(itertools.batched("abc", 2, strict=True));next(itertools.count(5, 2));itertools.count("a");itertools.count(1.5, 0.5);next(itertools.cycle([]));[next(c) for c in [itertools.cycle("ab")] * 3];itertools.tee([1], 2)[0].__next__();itertools.tee([1], -1);list(map(list, itertools.tee("ab")));repr(itertools.count(3));repr(itertools.repeat(1));repr(itertools.count(1, 2))
functools.reduce(operator.add, [1, 2]);functools.reduce(operator.add, []);functools.reduce(operator.add, [], 5);functools.reduce(5, [1, 2]);functools.reduce(operator.add, 5);functools.partial(f, 1)();functools.partial();functools.partial(5);repr(functools.partial(int, base=2));functools.partial(functools.partial(f, 1), 2).args;functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(2);sorted([1, 3, 2], key=functools.cmp_to_key(lambda a, b: b - a));functools.lru_cache(5)(len)("ab");functools.lru_cache("a");functools.lru_cache(maxsize=None)(f).cache_info();functools.wraps(f)(lambda: 1).__name__;functools.total_ordering(type("T", (), {"__lt__": lambda s, o: True}))() >= 1;functools.total_ordering(type("T", (), {}));functools.singledispatch(f).registry;functools.cached_property(f).func is f
""".strip().replace("\n", ";").split(";"):
    shown(source)
