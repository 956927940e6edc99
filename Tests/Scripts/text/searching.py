# find, index, count, startswith with bounds.
s = "abcabcabc"
print(s.find("b"), s.find("b", 2), s.find("b", 2, 4), s.rfind("b"), s.rfind("b", 0, 5), s.find(""), s.find("", 9), s.find("", 10), s.rfind(""), s.index("c"), s.rindex("a"), s.count("abc"), s.count(""), s.count("a", 1), s.count("bc", -5, -1), "".count(""), "aaa".count("aa"), s.find("x"), s.find("a", -3), s.find("c", -100, 100))
print(s.startswith("abc"), s.startswith("bc", 1), s.startswith(("x", "a")), s.startswith(()), s.endswith("c"), s.endswith("b", 0, 8), s.endswith(("q", "bc")), s.startswith("", 9), s.startswith("", 10), "".startswith(""), "é".endswith("é"), "b" in s, s.__contains__("zz"))
for e in ['s.index("x")', 's.rindex("x")', 's.find(1)', 's.count()', 's.startswith(1)', 's.startswith((1,))', 's.endswith(["a"])', 's.find("a", "b")', 's.find()', '1 in s', 's.find("a", 1, 2, 3)', 's.index("a", 5.0)', 's.find("a", None, None)']:
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, type(x).__name__, x)
