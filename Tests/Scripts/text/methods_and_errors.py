# str: methods, formats and templates, with arguments that fit and that do not.
def shown(source, names={}):
    try:
        print(source, "->", ascii(eval(source, dict(globals(), **names))))
    except Exception as error:
        print(source, "->", type(error).__name__, ascii(str(error)))


class S(str):
    pass


class K:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def __getitem__(self, key):
        return f"<{key!r}>"

    def __format__(self, spec):
        return f"[{spec}]"


s, u, k = "hello world", "Straße ǅ ﬁ İı ΑΣ 😀", K(a=1, b={"x": [1, 2]})
for source in """
s.find("o");s.find("o", 5);s.find("", 20);s.find("o", -3);s.find(5);s.find();s.find("o", None, None);s.find("o", "a");s.index("z");s.rindex("o", 0, 5);s.count("l");s.count("");s.count("l", 5);s.count(5);s.startswith("he");s.startswith(("x", "he"));s.startswith(["he"]);s.startswith(("x", 5));s.startswith("", 50);s.endswith("d", 50);s.endswith(());s.startswith(b"he");"" in s;5 in s;None in s;s in s
s.split();s.split("o");s.split("");s.split(None);s.split("o", 1);s.split("o", -1);s.split(sep="l", maxsplit=2);s.split(5);s.split("o", "1");s.rsplit("o", 1);" a  b ".split();" a  b ".split(" ");" a  b ".rsplit(None, 1);"".split();"".split("a");"a\\x1cb\\u2028c\\r\\nd\\n".splitlines();"a\\n".splitlines(True);"a\\nb".splitlines(keepends=1);s.partition("o");s.rpartition("z");s.partition("");s.partition(5);",".join(["a", "b"]);",".join("abc");",".join([1]);",".join(5);",".join({});"".join(["a", S("b")]);",".join(x for x in "ab");S(",").join("ab")
s.replace("l", "L");s.replace("l", "L", 1);s.replace("", "-");s.replace("", "-", 2);s.replace("l", 5);s.replace("l");s.replace("l", "L", count=1);s.replace("o", "0", -1);s.strip("hd");s.strip("");s.strip(5);s.strip(None);"  x\\t".strip();"xxaxx".lstrip("x");s.removeprefix("he");s.removesuffix("x");s.removeprefix(5);s.translate({104: "H", 101: None, 108: 76});s.translate({ord("l"): "LL", "o": "x"});s.translate(str.maketrans("lo", "01", "h"));s.translate(5);s.translate({104: -1});s.translate({104: 0x110000});s.translate({104: 1.5});s.translate("abc" * 50);str.maketrans("a", "bc");str.maketrans({"ab": 1});str.maketrans({1: "x", "a": 2});str.maketrans(5);str.maketrans("a", "b", 5);s.expandtabs();"a\\tb\\tc".expandtabs(4);"a\\tb".expandtabs(0);"a\\tb".expandtabs(-1);s.expandtabs("a");"ab\\rc\\td".expandtabs()
s.upper();s.title();s.capitalize();s.swapcase();u.upper();u.lower();u.title();u.capitalize();u.swapcase();u.casefold();"ς".upper();"ΑΣ".lower();"ΑΣΑ".lower();"ﬃ".upper();"İ".lower();"ŉ".title();"they're bill's".title();"a1b".title();"ǆ".title();s.center(15);s.center(16, "*");s.center(15, "**");s.center("a");s.center(15, 5);s.ljust(13, "é");s.rjust(3);s.zfill(15);"-5".zfill(5);"+".zfill(3);"".zfill(2);"é5".zfill(4);s.zfill("a");s.center(2**70)
s.isalpha();"é".isalpha();"²".isdigit();"²".isdecimal();"½".isnumeric();"٣".isdecimal();"五".isnumeric();"a1".isalnum();"".isalnum();"A".isupper();"ǅ".isupper();"ǅ".istitle();"Ab Cd".istitle();"AB".istitle();"a\\u0301".isidentifier();"1a".isidentifier();"class".isidentifier();"".isidentifier();"\\t\\n\\x0b\\x1f\\x85\\u2029".isspace();"\\u200b".isspace();"".isspace();"\\x00".isprintable();"é\\xa0".isprintable();"".isprintable();"\\ud800".isprintable();"abc".isascii();"é".isascii();"a b".islower();"1".islower();"ª".islower()
s[0];s[-1];s[20];s["a"];s[1.0];s[::-1];s[1:5:2];s[5:2];s[::0];s + "x";s + 5;5 + s;s * 2;s * -1;s * 1.5;2 * s;s - s;-s;s % 5;s % ();"%s" % s;"%5s|%-5s|%.2s" % ("a", "b", "cde");"%s %s" % ("a",);"%s" % ("a", "b");"%(a)s %(b)r" % {"a": 1, "b": "x"};"%(a)s" % {"b": 1};"%c%c" % ("a", 98);"%r %a" % ("é", "é");"%s" % None;"%5%|%%" % ();"%s" % [1];"%s" % {"a": 1};"%d%%" % 5;"%y" % 1;"%s%" % 1;"%(x" % {};"%(x)" % {"x": 1};"%*s" % (5, "a");"%-*s|" % (5, "a");"%.*s" % (1, "abc");"%#s" % 1;"%+s" % 1;"% s" % 1;"%05s" % "a";"%.0s" % "abc";"%ls" % "a";"%i" % "a"
"a" < "b";"a" < "B";"é" > "z";"a" == S("a");S("a") == "a";"a" < 5;"a" == 5;"a" != None;hash("a") == hash(S("a"));"ab" "cd";s is s[:];s.__add__(5);s.__mul__("a");s.__contains__(5);s.__getitem__(0);s.__len__();s.__eq__(5);s.__mod__(5);s.__rmod__("a");str.__new__(str);str.__new__(5);str.__new__(int);repr(S("a"));type(S("a") + "b").__name__;type(S("a").upper()).__name__;type(S("a")[:]).__name__;type(str(S("a"))).__name__;S("a").x;"a".x;len("é😀");list("é😀");max("abc");sorted("cab");"abc".encode("utf-16-le");"é".encode("ascii");"é".encode("ascii", "replace");"é".encode("ascii", "xmlcharrefreplace");"é".encode("ascii", "backslashreplace");"é".encode("ascii", "namereplace");"é".encode("ascii", "nope");"é".encode("nope");"\\ud800".encode();"\\ud800".encode("utf-8", "surrogatepass");"a".encode(5);"a".encode(errors="x", encoding="latin-1")
repr("it's");repr('say "x"');repr("both ' and \\"");repr("\\n\\t\\r\\\\\\x00\\x7f\\xa0é\\u2028😀\\ud800");ascii("é😀\\ud800'");str(b"a");str(5);f"{s!r:>15}|{s:^15}|{s:.3}|{s:*<13}|{5:{'>'}{4}}";f"{'a' 'b'}";f"{s[0]}{s[1:3]}";f"{{}}{{{s[0]}}}";f"{k}|{k:>5}|{k!s:.5}|{k:{k.a}}";f"{1 if s else 2}";f"{(lambda x: x * 2)(3)}";f"{s=}";f"{s = }";f"{s[0]=!s}";f"{5=:>4}";f"{s!a}";f"{k['a']}";f'{k["b"]}';f"{'\\n'}";f"{'nested' + f'{s[0] + f"{1}"}'}";f"{ {'a': 1}['a'] }";f"{[x for x in range(2)]}";f"{3.14159:.{2}f}";f"{None}";f"{True:5}|{True}";f"{'x':>{5}}{'y'}";f"a{''}b";f"{0:d}{0x10:#x}";rf"\\n{1}";f"{s:d}";f"{5:s}";f"{[]:5}";f"{None:5}"
"{}".format(1);"{} {}".format(1, 2);"{0} {1} {0}".format(1, 2);"{a} {b}".format(a=1, b=2);"{} {a}".format(1, a=2);"{} {0}".format(1);"{0} {}".format(1);"{}".format();"{1}".format(1);"{a}".format();"{0.a} {0.b[x][1]}".format(k);"{0[0]} {0[-1]}".format([1]);"{0[a]} {0[0]}".format(k);"{0.nope}".format(k);"{!r} {!s} {!a}".format("é", "é", "é");"{!x}".format(1);"{!}".format(1);"{!rr}".format(1);"{:>5}|{:<5}|{:^5}".format(1, "a", 2.5);"{:{}}".format(1, 5);"{:{w}.{p}f}".format(3.14159, w=8, p=2);"{:{:{}}}".format(1, 2, 3);"{{}} {}".format(1);"{".format();"}".format();"{}}".format(1);"{{}".format();"{a.}".format(a=1);"{a[}".format(a=1);"{a[]}".format(a=k);"{a[x}".format(a=1);"{a]}".format(a=1);"{.a}".format(k);"{[0]}".format("ab");"{ }".format(1);"{ a}".format(a=1);"{0 }".format(1);"{-1}".format(1);"{01}".format(1, 2);"{1_0}".format(1);"{99999999999999999999}".format(1);"{:}".format(1);"{:%%}".format(1);"{:5}".format(k);"{!r:>8}".format("a");"{0:{0}}".format(5);"{:c}".format(65);"{:n}".format(5);"{:=+5}".format(5);"{:=5}".format("a");"{:+}".format("a");"{:,}".format("a");"{:#}".format("a");"{:0}".format("a");"{:05}".format("ab");"{:z}".format("a");"{:.}".format("a");"{:.2}".format("abc");"{:5.1}|".format("abc");"{:s}".format(S("a"));"{a}".format_map({"a": 1});"{a}".format_map(k);"{a.b}".format_map({});"{}".format_map({});"{a}".format_map(5);"{a}".format({"a": 1});"{0}".format_map([1]);format("a", "5");format("a", "^5s");format("a", "d");format("a", " s");format(S("a"), "3");"".format(1, 2, a=3);s.format();"{s}".format(s=s, t=1);"{0}{}".format(1);"{:>{width}}".format("a")
""".strip().replace("\n", ";").split(";"):
    shown(source)
