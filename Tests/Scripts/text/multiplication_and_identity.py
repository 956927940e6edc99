# * with any int; operators with str subclasses.
print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "" * 10 ** 10, "a" * True, "é" * 2)
class S(str):
    def __repr__(self): return f"S({str(self)!r})"
    def upper(self): return S("UP")
s = S("abc")
print(s, [s], s + "d", type(s + "d"), type(s * 1), type(s[:]), type(str(s)), s.upper(), [s.upper()], s == "abc", hash(s) == hash("abc"), {"abc": 1}[s], f"{s} {s!r}", "%s %r" % (s, s), s.lower(), type(s.strip()), type(s.replace("x", "y")), isinstance(s, str), len(s), "b" in s, type(s.ljust(2)), type("".join([s])))
for e in ['"a" * 1.5', '"a" * "b"', '"a" * 10 ** 30', '"a" * None', '"a" + 1', '1 + "a"', '"a" + None', '"a" + b"b"', '"a" - "b"', '-"a"', '"a" < 1', '"a" % 1', '"a"()', '"a".x', '"a"[0] = 1', 'del "a"[0]']:
    try:
        exec(e)
    except (Exception, SyntaxError) as x:
        print(e, type(x).__name__, x)
