# Dicts: methods, views, errors, merging and what changes under iteration.
def shown(source, names={}):
    try:
        print(source, "->", repr(eval(source, dict(globals(), **names))))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class D(dict):
    pass


class Missing(dict):
    def __missing__(self, key):
        return ("missing", key)


class Keys:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, key):
        return key * 2


class BadKeys:
    def keys(self):
        return 5


class NoItem:
    keys = [1].__iter__


class Bad:
    def __hash__(self):
        raise ZeroDivisionError("hash")


d = {"a": 1, "b": [2], 3: None}
for source in """
dict();dict(a=1);dict([("x", 1), ["y", 2], "zw"]);dict({1: 2}, a=3);dict(Keys());dict(Keys(), c=1);dict([(1, 2, 3)]);dict([1]);dict([()]);dict(["abc"]);dict(5);dict(None);dict(BadKeys());dict(NoItem());dict([1, 2], [3]);dict({}, {});dict(self=1, dict=2, other=3);dict(**{"a b": 1});dict(**{1: 2});dict([([], 1)]);dict([(Bad(), 1)]);dict(zip("ab", [1, 2]));dict(enumerate("ab"));dict("ab");dict({"a": 1}.items(), a=2)
d["a"];d["zz"];d[[]];d[{}];d[3];d[3.0];d.get("a");d.get("zz");d.get("zz", 5);d.get([]);d.get();d.get(1, 2, 3);d.get(key="a");"a" in d;[] in d;3.0 in d;d.__contains__("a");d.__getitem__("q");Missing()["k"];Missing({1: 2})[1];Missing().get("k");Missing({1: 2}) == {1: 2};"k" in Missing();D(d)["nope"];D(a=1).a
d.keys();d.values();d.items();dict().keys();D(a=1).items();list(d);list(d.items());list(reversed(d));list(reversed(d.values()));list(reversed(d.items()));len(d.keys());"a" in d.keys();("a", 1) in d.items();("a", 2) in d.items();["a", 1] in d.items();5 in d.items();None in d.values();d.keys() == {"a": 0, "b": 0, 3: 0}.keys();d.keys() == {"a", "b", 3};d.keys() == ["a", "b", 3];d.values() == d.values();d.items() == d.items();d.keys() is d.keys();d.keys().mapping;type(d.keys().mapping).__name__;d.keys().mapping["a"];d.keys()[0];d.keys().x;hash(d.keys());hash({}.values()) != 0;d.keys().isdisjoint("xyz");d.keys().isdisjoint(["a"]);d.items().isdisjoint([("a", 1)]);d.values().isdisjoint;d.keys() < {1};d.keys() <= d.keys();sorted(map(str, d.keys() | {"q"}));sorted(map(str, {1: 2}.items() - {(1, 2)}));{1: 2}.keys() & {1: 3}.keys();{1: 2}.keys() ^ [1, 5];{1: 2}.items() | [5];{1: []}.items() | set();{1: []}.items() & [5];{1: 2}.values() | {1};{1: 2}.keys() + [1];d.keys() - 5
{1: 2} | {3: 4};{1: 2} | {1: 5, 0: 1};{1: 2} | [(3, 4)];[(1, 2)] | {3: 4};D({1: 2}) | {3: 4};{1: 2} | D({3: 4});type(D() | {}).__name__;type({} | D()).__name__;{1: 2}.__or__(5);{1: 2}.__ror__({1: 3, 4: 5});{1: 2} & {1: 2};{1: 2} + {};{1: 2} * 2;-{};{1: 2} < {1: 3};{1: 2} == {1: 2.0};{1: 2} != {True: 2};{1: 2} == [(1, 2)];{} == {};D() == {};{1: {2: 3}} == {1: {2: 3}};{1: 2, 3: 4} == {3: 4, 1: 2};list({1: 2, 3: 4}) == list({3: 4, 1: 2})
{**d, "a": 9};{"a": 9, **d};{**{}, **{1: 2}, 1: 3};{**5};{**[1]};{**Keys()};{1: 1, 1.0: 2, True: 3};{1: 1, "1": 2};{(): 1, (1,): 2};{[]: 1};{{}: 1};{None: 1, ...: 2};{**{"a": 1}, **{"a": 2}};dict(**{"a": 1}, **{"a": 2});dict(a=1, **{"a": 2});{k: v for k, v in [(1, 2)]};{k: v for k, v in [1]};{k: v for k, v in [(1, 2, 3)]};{k: k for k in [[]]};{x: y for x in range(2) for y in range(x + 1)};{**{k: 1 for k in "ab"}}
dict.fromkeys("ab");dict.fromkeys("ab", []);dict.fromkeys([[]]);dict.fromkeys(5);dict.fromkeys();D.fromkeys([1]);type(D.fromkeys([1])).__name__;dict.fromkeys({3, 1}, 0) == {1: 0, 3: 0};dict.fromkeys(range(3), "x");{}.fromkeys([1], 2, 3)
repr({});repr({1: {}});repr(D(a=1));str({"a": "b"});repr({1: 2}.keys());repr({}.items());repr(Missing());bool({});bool({0: 0});len({1: 2});hash({});{}();{}.x;iter({}).__length_hint__();type(iter({})).__name__;type(iter({}.values())).__name__;type(reversed({}.items())).__name__;next(iter({}));dict[str, int];dict[int]({1: 2});dict.__class_getitem__(int);{}.__sizeof__() > 0;{1: 2}.copy();D(a=1).copy();type(D(a=1).copy()).__name__;dict.copy(5);dict.keys(5);dict.__len__({});{}.__class__;dict.__new__(dict);dict.__new__(int);dict.__init__({}, 5);del_ if 0 else 1
sorted({"b": 1, "a": 2});max({"b": 1, "a": 2});sum({1: 2, 3: 4});sorted({1: 2}.items());list(zip({1: 2}, {3: 4}));[*{1: 2}];(lambda **k: k)(**{"a": 1});(lambda **k: k)(**{1: 2});(lambda a, **k: (a, k))(**{"a": 1, "b": 2});(lambda a: a)(**{"b": 2});(lambda *a, **k: (a, k))(*{1: 2}, **{"x": 3});(lambda **k: k)(**Keys());(lambda **k: k)(**5);(lambda **k: k)(a=1, **{"a": 2});print(**{"sep": 5});print(**{"zzz": 5})
""".strip().replace("\n", ";").split(";"):
    shown(source)


def changed(method, *arguments, start={"a": 1, "b": 2}, kind=dict, **options):
    target = kind(start)
    try:
        result = getattr(target, method)(*arguments, **options)
        print(method, arguments, options, "->", result, target)
    except Exception as error:
        print(method, arguments, options, "->", type(error).__name__, error, target)


for method, *arguments in [("pop", "a"), ("pop", "z"), ("pop", "z", 5), ("pop", []), ("pop",), ("pop", 1, 2, 3), ("popitem",), ("popitem", 1), ("setdefault", "a", 9), ("setdefault", "z"), ("setdefault", "z", 9), ("setdefault", [], 9),
                           ("setdefault",), ("update",), ("update", {"c": 3}), ("update", [("a", 9)]), ("update", Keys()), ("update", 5), ("update", [5]), ("update", [("x", 1), ("y",)]), ("update", {}, {}), ("update", None), ("update", BadKeys()),
                           ("clear",), ("clear", 1), ("__setitem__", "q", 1), ("__setitem__", [], 1), ("__delitem__", "a"), ("__delitem__", "zz"), ("__delitem__", []), ("__ior__", {"b": 9}), ("__ior__", [("b", 9)]), ("__ior__", 5), ("__init__", {"n": 1}), ("__init__", 5)]:
    changed(method, *arguments)
changed("update", c=3, a=0)
changed("update", {"c": 1}, c=2)
changed("update", self=1)
changed("pop", "a", default=1)
changed("setdefault", "a", default=1)
changed("popitem", start={})
changed("popitem", start={}, kind=D)
changed("pop", "z", kind=Missing)
for action in ["set", "del", "clear", "update", "replace", "popitem"]:
    target = {1: 1, 2: 2, 3: 3}
    seen = []
    try:
        for key in target:
            seen.append(key)
            match_ = {"set": lambda: target.__setitem__(key + 10, 0), "del": lambda: target.__delitem__(key), "clear": target.clear, "update": lambda: target.update({9: 9}), "replace": lambda: target.__setitem__(key, 0), "popitem": target.popitem}
            match_[action]()
        print(action, "no error", target, seen)
    except RuntimeError as error:
        print(action, type(error).__name__, error, seen)
target = {1: 1, 2: 2}
it = iter(target)
next(it)
del target[1]
target[5] = 5
try:
    print(list(it))
except RuntimeError as error:
    print(error)
it = iter({1: 2}.items())
print(next(it), next(it, "end"), next(it, "end"))
d = {"x": 1}
d["self"] = d
print(d, d["self"]["self"] is d, d.values(), d.items())
d = {i: i for i in range(20)}
for i in range(0, 20, 2):
    del d[i]
d[0] = "again"
d[1] = "kept place"
print(d, list(reversed(d))[:3], d.popitem(), d.popitem())
e = {"a": 1}
alias = e
e |= {"b": 2}
e |= [("c", 3)]
print(e, alias is e)
try:
    e |= 5
except TypeError as error:
    print(error)
try:
    e | None
except TypeError as error:
    print(error)
for statement in ["del e['nope']", "e[[]] = 1", "del e[[]]", "e[1:2] = 3", "e[1:2]", "e.a = 1", "del e.keys", "dict.x = 1", "e.update(e, e)", "a, b = {}", "a, b = {1: 2, 3: 4}; print(a, b)", "{}['a'] += 1", "x = {}; x['a'] = x.get('a', 0) + 1; print(x)", "for k, v in {1: 2}: pass",
                  "[k for k, in {'a': 1}]", "{**{}, 'a': 1}['a'] = 2", "del {}['a']", "e.clear(); print(e, len(e))"]:
    try:
        exec(statement)
    except Exception as error:
        print(statement, "->", type(error).__name__, error)
