# Every method of dict.
d = dict(a=1, b=2)
print(d, dict([("x", 1), ["y", 2]]), dict({"q": 1}, z=2), dict(), dict(zip("ab", [1, 2])), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {1: 2} | {1: 3, 4: 5}, d.get("a"), d.get("q"), d.get("q", 5), d.setdefault("a", 9), d.setdefault("c", 3), d.pop("c"), d.pop("zz", None), d.popitem(), d.copy(), "a" in d, len(d), list(d), d.keys(), d.values(), d.items())
d.update({"k": 1}); d.update([("l", 2)]); d.update(m=3); d.update({"k": 5}, n=4); d.update(); print(d)
d |= {"o": 1}; d |= [("p", 2)]; print(d, list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())), {**d, "z": 0})
del d["k"]; d["new"] = 1; print(d); d.clear(); print(d, d == {}, {1: 1} == {1: 1.0}, {1: 2, 3: 4} == {3: 4, 1: 2}, {} != {1: 1})
for e in ["{}['a']", "{}.pop('a')", "{}.popitem()", "dict(5)", "dict([1])", "dict([(1,)])", "dict(['abc'])", "dict([(1, 2, 3)])", "dict(1, 2)", "{}.update(5)", "{}.get()", "{[]: 1}", "{} < {}", "{} + {}", "{} | 5", "{}.setdefault()", "dict.fromkeys(5)", "hash({})", "{}.x", "{}.pop()", "{1: 2}[1, 2]", "{}[[]]", "{}.get([])", "[] in {}", "dict(**{1: 2})", "{(1, 2): 3}[(1, 3)]", "{'a b': 1}['é']", "{1: 1}.keys()[0]", "{}.update([[]])", "{}.items(1)", "dict.fromkeys()", "{None: 1}[...]", "del {}[1]", "{}.popitem(1)", "{}.get(1, 2, 3)", "{}.setdefault([], 1)", "dict(a=1, **{'a': 2})"]:
    try:
        print(e, eval(e) if "del" not in e else exec(e))
    except Exception as x:
        print(e, type(x).__name__, x)
