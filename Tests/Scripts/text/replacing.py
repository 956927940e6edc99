# replace, translate, maketrans, removeprefix, removesuffix, expandtabs.
print("aXbXc".replace("X", "--"), "aaaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "abc".replace("x", "y"), "aaa".replace("aa", "b"), "éa".replace("é", "😀"), "abc".replace("b", ""), "aXb".replace("X", "Y", count=1), "aa".replace("a", "b", -1), "".replace("a", "b", 0))
t = str.maketrans("abc", "xyz", "d")
print("abcd".translate(t), sorted(t.items()), "abc".translate({97: None, 98: "BB", 99: 100}), str.maketrans({"a": 1, 98: "q"}), "aé😀".translate({233: 0x1F601, "x": 1}))
print("prefix-x".removeprefix("prefix"), "x.py".removesuffix(".py"), "x".removesuffix(""), "x".removeprefix("y"), "a\tbc\td\n\te".expandtabs(), "a\tb".expandtabs(4), "a\tb".expandtabs(0), "\t".expandtabs(-1), "a\tb".expandtabs(tabsize=2))
class T:
    def __getitem__(self, k):
        if k == 98: raise LookupError
        return chr(k + 1)
print("abc".translate(T()))
for e in ['"a".replace("a")', '"a".replace(1, 2)', '"a".translate()', '"a".translate({97: 1.5})', '"a".translate({97: -1})', 'str.maketrans("ab", "c")', 'str.maketrans("a")', 'str.maketrans({"ab": 1})', 'str.maketrans(1, 2)', '"a".removeprefix(1)', '"a".translate(5)', 'str.maketrans({1.5: 2})', '"a".translate({97: 0x110000})', '"a".expandtabs("x")']:
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, type(x).__name__, x)
