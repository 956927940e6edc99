# The text-like methods of bytes and bytearray.
for b in (b"Hello World", bytearray(b"Hello World")):
    print(b.upper(), b.lower(), b.title(), b.swapcase(), b.capitalize(), b.find(b"o"), b.find(111), b.rfind(b"o"), b.index(b"W"), b.count(b"l"), b.count(108), b.split(), b.split(b"o"), b.rsplit(b"o", 1), b.partition(b" "), b.rpartition(b"x"), b.replace(b"o", b"00"), b.startswith(b"He"), b.endswith((b"x", b"ld")), b.center(15, b"*"), b.ljust(13), b.rjust(13, b"."), b.zfill(13), b.strip(b"Hd"), b.lstrip(b"H"), b.rstrip(b"d"), b.isalpha(), b.isascii(), b.istitle(), b.islower(), b.isupper(), b.isspace(), b.isdigit(), b.isalnum(), b.removeprefix(b"He"), b.removesuffix(b"ld"), b.translate(bytes.maketrans(b"lo", b"01")), b.translate(None, b"lo"), b.expandtabs(), b.decode(), b.splitlines(), b.hex(), b.join([b"-", b"+"]), b" a b ".split(None, 1), b[0], b[1:3], b[::-1], b + b"x", b * 2, len(b), 72 in b, b"ell" in b, b == b"Hello World", b < b"I", list(b[:2]), sep=" ")
print(b"a\nb\r\nc\rd\x0be".splitlines(), b"\t1".expandtabs(3), b"-12".zfill(5), b"a,b,,c".split(b","), b"".split(), b" x ".strip(), b"abc".rindex(b"c"))
for e in ['b"a".find("a")', 'b"a".find(256)', 'b"a".index(b"x")', 'b"a".split("")', 'b"a".split(b"")', 'b"a".join(["a"])', 'b"a".replace("a", "b")', 'b"a".startswith("a")', 'b"a" + "a"', '"a" + b"a"', 'b"a".center(5, "x")', 'b"a".translate(b"x")', 'bytes.maketrans(b"a", b"bc")', 'b"a" < "a"', 'b"a"[0] = 1', 'b"a"["x"]', 'b"a".strip("a")', 'b"a".count("a")', 'b"a".x', 'b"a".decode("nope")', 'b"a" * 1.5', 'b"a".center(5, b"xy")', 'b"a".startswith((1,))', '"x" in b"x"', '-1 in b"x"']:
    try:
        print(e, eval(e) if " = " not in e else exec(e))
    except Exception as x:
        print(e, type(x).__name__, x)
