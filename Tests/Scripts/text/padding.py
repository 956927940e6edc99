# center, ljust, rjust, zfill, strip.
print("ab".center(7), "|", "ab".center(6, "*"), "abc".center(6, "-"), "ab".ljust(5, "."), "ab".rjust(5, "."), "ab".center(1), "é".center(4, "😀"), "5".zfill(4), "-5".zfill(4), "+5".zfill(4), "abc".zfill(2), "".zfill(3), "--5".zfill(6), "x".ljust(-5))
print(repr("  a ".strip()), "xxaxx".strip("x"), "abcba".strip("ab"), "abc".lstrip("a"), "abc".rstrip("c"), repr("\u2003a\u3000".strip()), "aaa".strip("a"), "ab".strip(""), repr(" a ".strip(None)), "éaé".strip("é"))
for e in ['"a".center()', '"a".center(5, "ab")', '"a".center(5, "")', '"a".center("x")', '"a".zfill("x")', '"a".strip(1)', '"a".ljust(5, 1)', '"a".center(5, b"x")', '"a".strip("a", "b")', '"a".zfill()', '"a".rjust(10**30)']:
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, type(x).__name__, x)
