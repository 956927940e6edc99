# Sets and frozensets: operators, methods, errors, and how they meet other types.
def shown(source, names={}):
    try:
        result = eval(source, dict(globals(), **names))
        if isinstance(result, (set, frozenset)):
            result = f"{type(result).__name__}({sorted(result, key=repr)})"
        print(source, "->", repr(result) if not isinstance(result, str) else result)
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class S(set):
    pass


class F(frozenset):
    pass


class Bad:
    def __hash__(self):
        raise ZeroDivisionError("hash")


class BadEq:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ZeroDivisionError("eq")


s, f, d = {1, 2, 3}, frozenset([3, 4]), {1: 2, 5: 6}
for source in """
s | f;f | s;s & f;f & s;s - f;f - s;s ^ f;f ^ s;S(s) | f;f | S(s);F(f) & s;S(s) - s;F(f) ^ f;s | [1];s & (1,);s - {};s ^ 'a';s | d.keys();d.keys() | s;s & d.keys();d.keys() & [1];s - d.keys();d.keys() - [1];d.items() & {(1, 2)};d.items() ^ {(1, 2), 3}
s.union();s.union([7], (8,), {9: 1}, 'ab');f.union(f);s.intersection();s.intersection([1, 2], {2, 5});s.difference([1], [2]);s.symmetric_difference([1, 9]);s.union(5);s.intersection(None);s.difference(5);s.symmetric_difference(5);s.symmetric_difference();s.union([[1]]);s.intersection([[1]]);s.difference([[]]);s.symmetric_difference([{}])
s == f;s == {1, 2, 3};{3, 4} == f;f == {3, 4};s != [1, 2, 3];s < f;s <= {1, 2, 3, 4};s < {1, 2, 3, 4};s < s;s <= s;s > {1};s >= {1};f < {3, 4, 5};s < [1, 2, 3, 4];s > 5;s <= d.keys();{1} < d.keys();d.keys() >= {1};d.keys() == {1, 5};d.items() == {(1, 2), (5, 6)};set() < frozenset([0]);s <= 'abc'
s.isdisjoint(f);s.isdisjoint([9]);s.isdisjoint('a');s.isdisjoint(5);s.isdisjoint([[]]);s.issubset([1, 2, 3, 4]);s.issuperset([1]);s.issuperset([[]]);s.issubset(5);s.issuperset(5);f.issubset('x')
1 in s;[] in s;{1} in {frozenset([1])};{1} in {1};set() in [set()];None in f;Bad() in s;{} in f;{1} in f;frozenset([1]) in {frozenset({1})}
set();set([]);set('aab');set(range(3));set(d);set({1: 2}.items());set(5);set(None);set([[]]);set([{}]);set([Bad()]);set(1, 2);set(iterable=[1]);frozenset();frozenset(iterable=1);frozenset([{1}]);frozenset(f) is f;frozenset(F(f)) is f;F(f) == f;type(F(f)).__name__;set(set([1])) == {1}
len(s);bool(set());bool({0});hash(f) == hash(frozenset([4, 3]));hash(F(f)) == hash(f);hash(s);hash(frozenset()) == hash(frozenset());hash(frozenset([1])) == hash(frozenset([1.0]));hash(frozenset([frozenset()])) != 0;{s};{f: 1}[frozenset([4, 3])];{frozenset([1]): 2}[{1}]
repr(set());repr(frozenset());repr({1});repr(frozenset([1]));repr(S());repr(S([1]));repr(F([2]));repr(F());str({'a'});repr({frozenset()});repr([{None}])
s + f;s * 2;-s;~s;s @ f;s << 1;s[0];s();s.x;s < None;abs(s);int(s);iter(s) is iter(s);next(s);sum(s);max(s);sorted(f);min(set());sorted({1j, 2j});any(set());list(map(len, [s, f]));reversed(s);s.__len__();s.__contains__(1);s.__and__(5);s.__rand__({1});s.__lt__(5);set.__or__(s, 5);set.union(s, [5]);set.union([1], [2]);frozenset.union(s, [1])
s.copy() is s;s.copy() == s;f.copy() is f;F(f).copy() is f;type(S(s).copy()).__name__;type(F(f).copy()).__name__;type(S(s) | s).__name__;type(s | S(s)).__name__;type(S(s).union(s)).__name__;type(F(f) | f).__name__;type(f | F(f)).__name__;type(F(f).union(f)).__name__
f.add(1);f.discard(1);f.clear;f.pop();f.update([1]);f.__ior__({1});f.__hash__() == hash(f);s.__hash__;s.__reduce__()[0].__name__;f.__reduce__()[1:];set.__doc__[:30];set.__init__(s);set.__new__(set);set.__new__(int);set.__class_getitem__(int);set[int];frozenset[int, str];set[int]([1])
{*s, *f};{*'ab', 1};{*[], *()};{*5};[*s][:0];{x for x in [1, 1.0, True]};{1, 1.0, True};{True, 1};{0, False, 0.0, -0.0};len({float('nan'), float('nan')});len({nan, nan});{1, 2} if 0 else {};{(1, [])};{x: 1 for x in s} == dict.fromkeys(s, 1)
""".strip().replace("\n", ";").split(";"):
    shown(source, {"nan": float("nan")})


def changed(method, *arguments, start=(1, 2, 3), kind=set):
    target = kind(start)
    try:
        result = getattr(target, method)(*arguments)
        print(method, arguments, "->", result if result is None or method == "pop" else result is target, sorted(target, key=repr))
    except Exception as error:
        print(method, arguments, "->", type(error).__name__, error, sorted(target, key=repr))


for method, *arguments in [("add", 4), ("add", 1), ("add", []), ("add",), ("add", 1, 2), ("discard", 1), ("discard", 9), ("discard", []), ("discard", {1}), ("remove", 1), ("remove", 9), ("remove", []), ("remove", {5}), ("remove", (1, 2)),
                           ("clear",), ("clear", 1), ("update",), ("update", [4], "a"), ("update", 5), ("update", [5, []]), ("update", {7: 8}), ("intersection_update", [1, 9], [1]), ("intersection_update",), ("intersection_update", 5),
                           ("difference_update", [1], [2]), ("difference_update", [1], 5), ("difference_update", [[]]), ("symmetric_difference_update", [1, 9, 9]), ("symmetric_difference_update", 5), ("symmetric_difference_update", [[]]),
                           ("symmetric_difference_update",), ("__ior__", {4}), ("__ior__", [4]), ("__iand__", {1}), ("__iand__", [1]), ("__isub__", {1}), ("__ixor__", {1, 4}), ("__ixor__", (1,)), ("pop", 1), ("__init__", [9]), ("__init__", 5), ("__init__", [1], [2])]:
    changed(method, *arguments)
changed("pop", start=())
changed("pop", start=(7,))
changed("update", {4}, kind=S)
s = {1, 2}
alias = s
s |= {3}
s -= frozenset([1])
s ^= {9, 2}
s &= {9, 3, 5}
print(sorted(s), alias is s)
try:
    s |= [4]
except TypeError as error:
    print(error)
f = frozenset([1])
before = f
f |= {2}
print(sorted(f), sorted(before), type(f).__name__)
for action in ["add", "discard", "clear", "pop"]:
    target = {1, 2, 3}
    try:
        for item in target:
            getattr(target, action)(*{"add": [item + 10], "discard": [item]}.get(action, []))
        print("no error", sorted(target))
    except RuntimeError as error:
        print(action, error)
s = {BadEq()}
for source in ["s | {1}", "1 in s", "s.add(1)", "s.discard(1)", "s == {1}", "s - {1}", "{1} - s", "s & {1}", "s ^ {1}", "s <= {1}"]:
    shown(source)
s = {1, 2, 3}
print(s - s, s & set(), s ^ s, {1} | set(), frozenset() | set(), set() | frozenset(), s.isdisjoint(set()), s.difference(s))
s.update(s)
s.difference_update(s)
print(s)
a = {1}
a.symmetric_difference_update(a)
print(a, a.union(a), a.intersection(a))
print(sorted([{1, 2, 3}, {1}, {1, 2}], key=len), [x for x in sorted([{3}, {1, 3}, set()])])
it = iter({5})
print(next(it), next(it, "end"), next(it, "end"), it.__length_hint__(), type(it).__name__)
