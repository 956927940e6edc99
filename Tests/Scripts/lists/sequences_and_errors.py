# Tuples, lists and ranges: indices, slices, comparisons, methods and their errors.
def shown(source, names={}):
    try:
        print(source, "->", repr(eval(source, dict(globals(), **names))))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class I:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class T(tuple):
    pass


class L(list):
    pass


class BadIndex:
    def __index__(self):
        return "x"


class BadEq:
    def __eq__(self, other):
        raise ZeroDivisionError("eq")


t, l, r, big = (1, 2, 3), [1, 2, 3], range(10), 10**30
for source in """
t[0];t[-1];t[3];t[-4];t["a"];t[1.0];t[None];t[I(1)];t[I(9)];t[BadIndex()];t[big];t[-big];t[True];l[3];l[-4];l["a"];l[1.0];l[big];l[1, 2];r[10];r[-11];r["a"];r[1.0];r[big];r[I(2)];"abc"[3];"abc"["a"];"abc"[big];b"abc"[3];b"abc"[1.5];bytearray(b"a")[1];bytearray(b"a")["x"];memoryview(b"a")[1]
t[:];t[1:];t[:-1];t[::2];t[::-1];t[5:];t[-5:2];t[2:1];t[::0];t[::big];t[big:];t[:big];t[-big:];t[::-big];t[1:2:None];t[None:None:None];t["a":];t[:1.5];t[::BadIndex()];t[I(1):I(3)];t[:] is t;T(t)[:] is t;type(T(t)[:]).__name__;l[:] is l;type(L(l)[1:]).__name__;l[::0];l["a":"b"];l[1:"b"]
r[2:5];r[::-1];r[5:2];r[::3][1];r[::-2];r[big:];r[:big];r[-3:];r[::0];r["a":];range(0, big, 7)[5];range(big)[-1];range(-big, big)[::big];range(10, 0, -3)[1:];range(5)[1:4][1:];list(range(10)[8:1:-3])
t + t;t + l;l + t;l + r;t + 5;T(t) + t;type(T(t) + t).__name__;t * 2;2 * t;t * -1;t * 0;t * 1.5;t * "a";t * I(2);I(2) * t;t * big;l * big;"a" * big;b"a" * big;() * big;[] * big;t * None;l * True;l * I(-1);type(L(l) * 2).__name__;type(L(l) + l).__name__;t - t;-t;r + r;r * 2;r + [1]
t == l;t == T(t);T(t) == t;t < (1, 2);t < (1, 2, 4);t < l;l < [1];l <= [1, 2, 3];() < (0,);t >= T(t);(1, "a") < (1, "b");(1, "a") < (1, 2);(1, []) < (2, {});[1, None] < [1, None];[None] < [None];[None, 1] < [None, 2];[BadEq()] == [BadEq()];[BadEq()] < [1];r == range(0, 10);r == range(0, 10, 1);range(0) == range(5, 5);range(0, 3, 2) == range(0, 4, 2);range(5) == [0, 1, 2, 3, 4];range(5) < range(6);range(5) != range(5);nan in [nan];[nan] == [nan];(nan,) == (nan,);[nan] < [nan];float("nan") in [float("nan")]
t.index(2);t.index(9);t.index(1, 1);t.index(3, -1);t.index(1, -100, 100);t.index(2, 0, 1);t.index(2, big);t.index(2, None);t.index(2, "a");t.index();t.count(1);t.count();t.count(nan);l.index(9);l.index(1, 1);l.index(3, 0, big);l.index(3, -big, big);[1, True, 1.0].count(1);l.index(2, 1.0);r.index(5);r.index(50);r.index(5.0);r.index("a");r.count(5);r.count("a");r.count(5.0);range(0, big, 2).index(10**29);range(0, big, 2).count(3);r.index(5, 1)
2 in t;"a" in t;5 in r;5.0 in r;5.5 in r;"a" in r;None in r;10**29 in range(big);True in r;I(5) in r;[] in r;BadEq() in [1];BadEq() in (BadEq(),);nan in (1, nan);(1, 2) in [(1, 2)];[1] in (1, 2)
tuple();tuple("ab");tuple(5);tuple(None);tuple([1], [2]);tuple(sequence=[1]);tuple({1: 2});tuple(x for x in "ab");tuple(t) is t;tuple(T(t)) is t;T();T([1]);T("ab", "c");list(5);list(None);list([1], 2);list(iterable=[1]);list({1: 2});list(range(3));list(map(str, t));list(l) is l;tuple.__new__(tuple);tuple.__new__(T, "xy");tuple.__new__(list);list.__new__(list, 5);list.__init__([1], "ab");range();range(1.5);range("a");range(1, 2, 0);range(1, 2, 3, 4);range(stop=1);range(None);range(1, None);range(I(3));range(I(1), I(9), I(3));range(BadIndex());range(True);list(range(3, 0));list(range(0, -5, -2));range(big)
len(r);len(range(big));len(range(-5, 5, 3));len(range(5, -5, -3));bool(range(0));bool(range(1));r.start, r.stop, r.step;range(5, 1, -2).step;r.start == 0;hash(r) == hash(range(10));hash(range(0)) == hash(range(3, 3));hash(range(0, 3, 2)) == hash(range(0, 4, 2));repr(range(5));repr(range(1, 5));repr(range(1, 5, 1));repr(range(5, 1, -1));repr(range(0, 5, 2));str(range(True));reversed(r);list(reversed(range(5)));list(reversed(range(0, 10, 3)));next(iter(range(big, big + 1)));sum(range(101));min(r), max(r);sorted(range(3), reverse=True);r.x;r[0] is r[0];iter(r).__length_hint__();type(iter(r)).__name__;type(iter(range(big))).__name__;list(range(2**63 - 2, 2**63 + 1));list(range(-2**63 - 1, -2**63 + 1));list(range(2**62, 2**62 + 4, 2))
hash(t) == hash((1, 2, 3));hash(()) == hash(T());hash((1, [])) ;hash(l);{t: 1}[(1.0, 2, True + 2)];{[]: 1};repr(());repr((1,));repr(((),));repr([[]]);str((1, "a", None));repr(T(t));repr(L(l));len(t);bool(());bool([0]);max(t);min(());max([]);max((), default=5);sum((1.5, 2));sum([[1], [2]], []);sum(["a"], "");sum([(1,), (2,)], ());sum([b"a"], b"");sorted((3, 1, 2));sorted(t, key=None);reversed(t);list(reversed(t));reversed(l).__length_hint__();type(reversed(l)).__name__;type(reversed(t)).__name__;iter(t).__length_hint__();next(iter(()));next(iter([]), 5);tuple[int, str];list[int];list[int]([1]);list[int] == list[int];tuple[()];tuple[int, ...]
(*t, *l);[*t, *r[:2]];(*"ab",);*t, 5;[*5];(*None,);[*l, *[]][0];(lambda *a: a)(*t, *l);(lambda *a: a)(*5);(lambda a, b: a)(*t);t.__getitem__(slice(0, 2));t.__add__(5);t.__mul__(2);t.__rmul__(2);t.__contains__(1);t.__eq__(5);t.__lt__(5);t.__len__();t.__iter__;t.__getnewargs__();l.__getitem__(0);l.__reversed__;l.__add__(5);l.__iadd__("ab");l.__imul__(0);l.__sizeof__() > 0;t();l();t.x;t.append;t.__class__;slice(1, 2) == slice(1, 2);slice(1, 2).indices(5);slice(None, None, -1).indices(5);slice(-3, None).indices(2);slice(1, 2, 0).indices(5);slice("a").indices(5);slice(5).indices(-1);slice(big).indices(3);hash(slice(1, 2)) == hash(slice(1, 2));slice(1);slice();slice(1, 2, 3).step;slice(1, 2) < slice(1, 3);repr(slice(None, "a", []))
""".strip().replace("\n", ";").split(";"):
    shown(source, {"nan": float("nan")})


def changed(statement, start=(1, 2, 3, 4, 5), kind=list):
    names = {"x": kind(start), "I": I, "big": big, "BadIndex": BadIndex}
    try:
        exec(statement, names)
        print(statement, "->", names["x"])
    except Exception as error:
        print(statement, "->", type(error).__name__, error, names["x"])


for statement in """
x[0] = 9;x[-1] = 9;x[5] = 9;x[-6] = 9;x["a"] = 9;x[1.0] = 9;x[big] = 9;x[I(1)] = 9;x[None] = 9;x[1, 2] = 3;del x[0];del x[5];del x[-6];del x["a"];del x[1.5];del x[big];del x[I(4)]
x[1:3] = "ab";x[1:3] = "abcd";x[1:3] = [];x[:] = [];x[:] = x;x[1:1] = x;x[::2] = "abc";x[::2] = "ab";x[::2] = [];x[::2] = 5;x[1:2] = 5;x[1:2] = None;x[::-1] = x;x[5:] = "z";x[10:] = "z";x[-10:1] = "z";x[3:1] = "mid";x[::0] = "a";x["a":] = [];x[:2] = (y for y in "gen");x[1:2] = {7: 8};x[::big] = "q";x[1:4:2] = b"ab";x[big:] = [1];x[-big:big] = [0];x[4:1:-1] = "abc";x[4:1:-1] = "ab";x[1:3:1] = [0]
del x[:];del x[1:3];del x[::2];del x[::-2];del x[1::3];del x[5:];del x[3:1];del x[::0];del x["a":];del x[-2:];del x[big:];del x[4:1:-2];del x[::big]
x.append(1);x.append();x.append(1, 2);x.append(x=1);x.extend("ab");x.extend(5);x.extend(x);x.extend();x.extend({});x.insert(0, 9);x.insert(-1, 9);x.insert(100, 9);x.insert(-100, 9);x.insert("a", 9);x.insert(1);x.insert(big, 9);x.insert(-big, 9);x.insert(I(1), 9);x.insert(1.0, 9);x.pop();x.pop(0);x.pop(-1);x.pop(5);x.pop(-6);x.pop("a");x.pop(big);x.pop(1, 2);x.pop(I(1));x.pop(None);x.clear();x.clear(1);x.remove(3);x.remove(9);x.remove();x.reverse();x.reverse(1);x.copy();x.copy(1)
x.sort();x.sort(reverse=True);x.sort(key=lambda v: -v);x.sort(key=5);x.sort(lambda v: v);x.sort(key=None, reverse=False);x.sort(reverse="a");x.sort(cmp=1);x.sort(key=str, reverse=1);x.append("a"); x.sort();x.sort(key=lambda v: x.append(1));x.sort(key=lambda v: [][0]);x.sort(key=lambda v: x);x += "ab";x += 5;x += x;x *= 2;x *= 0;x *= -1;x *= 1.5;x *= "a";x *= big;x *= I(2);x += (1,);x += None;x = x + (1,);x.__init__();x.__init__("ab");x.__init__(5);x.__init__(x);x.__setitem__(0, 7);x.__delitem__(0);x.__delitem__(9);x.y = 1;x.append = 5;del x.append;x[0], x[1] = x[1], x[0];x[0]: int = 5;x[x[0]] = x[1] = 0;a, *x = x;(x[0], *x[1:]) = "abc"; *x, = "ab";x[:2], x[2:] = "ab", "c"
""".strip().replace("\n", ";").split(";"):
    changed(statement.strip())
for kind in (L, bytearray):
    for statement in ["x[0] = 300", "x[0] = 'a'", "x[1:3] = b'xyz'", "x += b'a'", "x *= 2", "x.append(256)", "x.append('a')", "x.extend([1, 2])", "x.extend([300])", "x.insert(0, 5)", "x.pop()", "x.remove(3)", "x.remove(300)", "x.remove(99)", "x.reverse()", "del x[::2]", "x[::2] = b'abc'", "x[:] = 3", "x.clear()", "x.copy()", "x[1] = None"]:
        changed(statement, kind=kind)
tuple_with_list = ([1],)
try:
    tuple_with_list[0] += [2]
except TypeError as error:
    print(error, tuple_with_list)
for statement in ["(1, 2)[0] = 3", "del (1, 2)[0]", "range(3)[0] = 1", "del range(3)[0]", "'abc'[0] = 'x'", "del 'abc'[0]", "b'abc'[0] = 1", "t = (1,); t.x = 1", "range(3).start = 1", "t = (1, 2); t += (3,); print(t)", "t = (1,); t += [2]", "t = [1]; t += (2,); print(t)", "for i in 5: pass", "for i, j in [1]: pass",
                  "x = [1, 2, 3]; x.sort(key=lambda v: x.clear() or v); print(x)", "x = [3, 1]; x[0:1] = x[1:], ; print(x)"]:
    try:
        exec(statement)
    except Exception as error:
        print(statement, "->", type(error).__name__, error)
