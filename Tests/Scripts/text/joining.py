# join over any iterable.
print(",".join(["a", "b"]), "".join("abc"), "-".join(()), ", ".join(str(i) for i in range(4)), "é".join(["😀", "a", "ü"]), "x".join(["only"]), "".join({"k": 1}))
class S(str): pass
print(type("".join([S("a")])), type(S("-").join(["a", "b"])))
for e in ['",".join([1])', '",".join(["a", None])', '",".join(5)', '",".join()', '",".join(["a"], ["b"])', 'b",".join(["a"])', '",".join([b"a"])', '"".join(i for i in ("a", 2))']:
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, type(x).__name__, x)
