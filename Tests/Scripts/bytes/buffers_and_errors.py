# bytes, bytearray and memoryview: methods, views of views, and what they say of arguments that do not fit.
def shown(source, names={}):
    try:
        print(source, "->", repr(eval(source, dict(globals(), **names))))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


b, a, m = b"hello world", bytearray(b"hello"), memoryview(b"hello")
w = memoryview(bytearray(range(24)))
grid = w.cast("B", [2, 3, 4])
ints = memoryview(bytearray(16)).cast("i")
for source in """
b[0];b[1:3];b[-1];b[::-1];b + a;a + b;b + m;b + "a";b * 2;b * -1;b % ();b"%d %s" % (1, b"x");b"%b" % m;b"%s" % "a";b"%a" % "é";b"%c" % 300;b"%c" % b"ab";b"%r" % 1;b"%(k)s" % {b"k": b"v"};b"%(k)s" % {"k": b"v"};b"%d" % "a";b"%x %o" % (255, 8);b"%5.1f" % 1.25;b"%z" % 1;b"%" % 1;b"%s" % 5;bytearray(b"%d") % 5
b in b;b"lo" in b;104 in b;300 in b;"h" in b;-1 in b;m in b;None in b;b.find(b"o");b.find(111);b.find("o");b.find(300);b.find(b"o", 5);b.find(b"", 50);b.rfind(b"o");b.index(b"z");b.rindex(b"o", 0, 5);b.count(b"l");b.count(108);b.count(b"");b.count("l");b.startswith(b"he");b.startswith((b"x", b"h"));b.startswith("h");b.startswith(("h",));b.startswith([b"h"]);b.endswith(b"ld", 5);b.endswith(b"", 50);b.startswith(m)
b.split();b.split(b"o");b.split(b"o", 1);b.split(b"");b.split("o");b.split(None, 1);b.rsplit(b"o", 1);b.split(maxsplit=1);b" a  b ".split();b" a  b ".rsplit(None, 1);b"a\\nb\\r\\nc".splitlines();b"a\\nb\\r\\nc".splitlines(True);b.partition(b"o");b.rpartition(b"o");b.partition(b"z");b.partition(b"");b.partition("o");b.replace(b"l", b"L");b.replace(b"l", b"L", 1);b.replace(b"", b"-", 3);b.replace("l", "L");b.strip(b"hd");b.lstrip(b"he");b.rstrip(b"d");b.strip("h");b"  x ".strip();b.removeprefix(b"he");b.removesuffix(b"ld");b.removeprefix("he");b.translate(None, b"lo");b.translate(bytes(256))[:2];b.translate(b"short");b.translate(None);b.translate(bytes.maketrans(b"lo", b"01"));bytes.maketrans(b"a", b"bc");bytes.maketrans("a", "b");b.translate(None, delete=b"l")
b.upper();b.title();b.capitalize();b.swapcase();b.center(15, b"*");b.center(15, b"**");b.center(15, "*");b.ljust(13);b.rjust(13, b"-");b"-5".zfill(5);b"+5".zfill(1);b"a\\tb".expandtabs(4);b.isalpha();b"abc".isalpha();b"12".isdigit();b"a1".isalnum();b"ABC".isupper();b"abc".islower();b"A B".istitle();b" \\t".isspace();b"abc".isascii();b"\\xff".isascii();b"".isascii();b"".isalpha();b.join([b"a", b"b"]);b",".join([b"a", "b"]);b",".join([1]);b",".join(5);b",".join([a, m]);b"".join([]);b",".join((x for x in [b"a"]));b.hex();b.hex("-");b.hex("-", 2);b.hex("-", -2);b.hex("--");b.hex("é");b.hex(b":");b.hex(5);bytes.fromhex("68 65");bytes.fromhex("6");bytes.fromhex("zz");bytes.fromhex("68zz");bytes.fromhex(5);bytes.fromhex(" 6 8");bytearray.fromhex("00ff");bytes.fromhex("")
b.decode();b"\\xff".decode();b"\\xff".decode("latin-1");b"\\xff".decode("ascii", "replace");b"\\xff".decode("utf-8", "ignore");b"\\xff".decode("utf-8", "nope");b"a".decode("nope");b.decode(encoding="utf-8", errors="strict");b.decode(5);a.decode();bytes(a) == b"hello";bytes(m);bytes(5);bytes([1, 2]);bytes((1, "a"));bytes([1.5]);bytes({1: 2});bytes("é", "utf-8");bytes(b"a");bytes("a", "ascii");bytes(3.5);bytes(None);bytes(True);bytes(range(3));bytes(-1);bytes(2**70);bytes("a", errors="strict");bytes(b"a", encoding="x");bytearray("é", "latin-1");bytearray(None);bytearray(3);bytearray(b"a", "x")
b == a;b == m;a == m;b"hello" == m;b"a" == "a";b < a;b"a" < b"b";b < "a";b"a" < m;m == "hello";m == b"hello";m != 5;m < b"z";hash(b) == hash(bytes(b));hash(a);hash(m) == hash(b"hello");hash(memoryview(a));b is bytes(b);b.x;b.append;b[0:1] is b[0:1];repr(a);str(b);f"{b}";f"{b!s:>20}";format(b, ">20");format(b, "");repr(m)[:11];len(m);bool(bytearray());list(b"ab");sorted(b"cab");max(b);min(b"");sum(b"ab");b"a" b"b";rb"\\x" b"\\x41";b"\\0\\'\\"";bytes([39, 34, 92, 10, 127, 128])
m[0];m[1:3].tobytes();m[-1];m[9];m["a"];m[1.0];m[0, 1];m[()];m[...].tobytes();m[::2].tobytes();m[::-1].tobytes();m[::-1].contiguous;m[0:0].tobytes();m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly;m.c_contiguous, m.f_contiguous, m.contiguous;m.tolist();m.obj;m.hex();m.hex(":");m.toreadonly().readonly;w.readonly;w.toreadonly().readonly;m.cast("c")[0];m.cast("c").tolist();m.cast("i");m.cast("b")[0];m.cast("z");m.cast("B", [5]).shape;m.cast("B", [2, 3]);m.cast("B", [1, 5]).shape;m.cast("B", []);m.cast("B", 5);m.cast("B", [0]);m.cast("B", [-5]);m.cast(5);m[::2].cast("c");m.cast("@b")[0];m.cast("<b");ints.cast("d");ints.cast("B").cast("d").tolist();ints.cast("h")
grid.shape, grid.strides, grid.ndim, grid.nbytes;grid[1, 2, 3];grid[0, 0, 0];grid[-1, -1, -1];grid[2, 0, 0];grid[0];grid[0, 0];grid[0:1];grid[0, 0, 0, 0];grid[0, 0, 9];grid[0, 0, "a"];grid.tolist();grid.tobytes() == bytes(range(24));len(grid);grid == w;grid == w.cast("B", [2, 3, 4]);grid == w.cast("B", [3, 2, 4]);list(grid);iter(grid);grid.cast("B").shape;grid.cast("B", [24]).shape;grid.f_contiguous, grid.c_contiguous;grid.tobytes("F")[:4];grid.tobytes("X");grid.tobytes(None)[:2];grid.hex()[:4];1 in grid;hash(grid);bytes(grid)[:3];grid[::1, 0]
ints.tolist();ints[0];ints.format, ints.itemsize, ints.nbytes, len(ints);ints == ints;ints == memoryview(bytes(16)).cast("i");ints == memoryview(bytes(16)).cast("I");ints == [0, 0, 0, 0];5 in ints;0 in ints;list(reversed(ints));sum(ints);sorted(ints);ints.index(0) if hasattr(ints, "index") else "none";ints.count(0) if hasattr(ints, "count") else "none";memoryview(ints).format;memoryview(m) == m;memoryview(m).obj is m.obj;memoryview("a");memoryview(5);memoryview([1]);memoryview();memoryview(b"a", 1);memoryview(object=b"ab").tolist();m.x;type(m)(b"a")[0];isinstance(m, memoryview);m.__len__();m.release.__name__;memoryview(b"").tolist();memoryview(b"") == b"";memoryview(b"\\x00\\x00\\xc0\\x7f").cast("f") == memoryview(b"\\x00\\x00\\xc0\\x7f").cast("f");memoryview(b"ab").cast("H").tolist();memoryview(b"\\x01").cast("?").tolist();memoryview(bytes(8)).cast("P").tolist();memoryview(bytes(8)).cast("n")[0];memoryview(b"abcd").cast("e").tolist()
""".strip().replace("\n", ";").split(";"):
    shown(source)


def changed(statement, start=b"hello", view=None):
    target = bytearray(start)
    names = {"a": target, "m": memoryview(target) if view is None else memoryview(target).cast(view), "b": b"bytes"}
    try:
        exec(statement, names)
        result = names["a"]
    except Exception as error:
        result = f"{type(error).__name__} {error} {names['a']}"
    names.pop("m", None)
    print(statement, "->", result)


for statement in """
m[0] = 72;m[0] = 300;m[0] = -1;m[0] = "a";m[0] = b"a";m[0] = 1.5;m[9] = 1;m["a"] = 1;m[0:2] = b"HE";m[0:2] = b"H";m[0:2] = "HE";m[0:2] = 5;m[::2] = b"abc";m[::-1] = b"olleh";m[0:2] = m[3:5];m[0:4] = m[1:5];del m[0];m[:] = m;m[...] = 5;m[()] = 5;m[1:1] = b"";m[0:2] = bytearray(b"xy");memoryview(b)[0] = 1;m.toreadonly()[0] = 1
a.append(1);a.extend(b"x");a += b"x";a.pop();a.clear();del a[0];a[0] = 1;a[0:1] = b"x";a[0:1] = b"xy";a.insert(0, 1);a.remove(104);a.reverse();a *= 2;a *= 1;a[:] = b"other";a[:] = b"12345";a.__init__(b"x");a.extend([]);a += b""
m.release(); a.append(1);m.release(); m[0];m.release(); m.release();m.release(); len(m);m.release(); m.format;m.release(); m.tobytes();m.release(); print(m);n = m[1:]; m.release(); a.append(1);n = m[1:]; m.release(); n[0] = 65;n = memoryview(m); n.release(); m[0] = 66;del m; a.append(1);n = m; del m; a.append(1);x = m.__enter__(); m.__exit__(None, None, None); m[0];m.x = 1;a.resize(3) if hasattr(a, "resize") else None
""".strip().replace("\n", ";").split(";"):
    changed(statement.strip())
for code, values in [("b", [-128, 127, 128, "a", 1.5]), ("B", [255, 256, -1]), ("h", [32767, 32768]), ("H", [65535, -1]), ("i", [2**31 - 1, 2**31]), ("I", [2**32 - 1, -1]), ("q", [2**63 - 1, 2**63]), ("Q", [2**64 - 1, 2**64, -1]), ("f", [1.5, 1e300, "a", 1]), ("d", [1.5, 1e300, None]), ("?", [True, 0, "a", []]), ("c", [b"x", b"xy", 5, "x"])]:
    for value in values:
        changed(f"m[0] = {value!r}; print(m[0], end=' ')", bytes(16), code)
