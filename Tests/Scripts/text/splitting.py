# split, rsplit, splitlines, partition.
print("a b  c ".split(), " a\t\nb\u00a0c\x1c".split(), "a,b,,c".split(","), "a,b,c,d".split(",", 2), "a b c".split(None, 1), "  a b ".split(None, 1), "".split(), "".split(","), "aXXbXXc".split("XX"), "abc".split("x"), "a b c".rsplit(None, 1), "a,b,c".rsplit(",", 1), "a,b".split(",", -1), "a,b".split(sep=",", maxsplit=0), " a ".split(" "), "a  b ".rsplit(None, 5))
print("a\nb\r\nc\rd".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines(), "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i".splitlines(), "x\n".splitlines(keepends=True), "\n".splitlines())
print("a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("x"), "abc".rpartition("x"), "".partition("a"))
for e in ['"a".split("")', '"a".partition("")', '"a".split(1)', '"a".split("a", "b")', '"a".partition()', '"a".rsplit("")', '"a".partition(1)', '"a".splitlines(1, 2)', '"a".split(" ", 1, 2)', '"a".split(x=1)']:
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, type(x).__name__, x)
