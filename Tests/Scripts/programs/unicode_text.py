"""Unicode: cases, normal forms by hand, widths, categories, encodings, errors, sorting."""
words = ["Zürich", "Åse", "éclair", "eclair", "ΣΊΣΥΦΟΣ", "straße", "İstanbul", "ŉ", "ǆ", "日本語", "🙂🙃", "a\u0301", "ﬀ", "ⅷ", "²", "٣"]
for w in words:
    print(w, len(w), w.upper(), w.lower(), w.title(), w.casefold(), w.swapcase(), w.capitalize(), ascii(w), w.isalpha(), w.isdigit(), w.isdecimal(), w.isnumeric(), w.isidentifier(), w.islower(), w.isupper(), w.istitle(), w.isprintable())
print(sorted(words), sorted(words, key=str.casefold), max(words), min(words))
text = "naïve café — 10 €"
for encoding in ("utf-8", "latin-1", "ascii", "utf-16-le", "utf-16", "utf-32-be"):
    for errors in ("strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace"):
        try:
            print(encoding, errors, text.encode(encoding, errors)[:40])
        except (UnicodeEncodeError, LookupError) as e:
            print(encoding, errors, type(e).__name__, e)
for data in (b"\xff\xfe", b"caf\xc3", b"\xe2\x82", b"\xf0\x9f\x99\x82", b"ab\x80cd", b"\xed\xa0\x80"):
    for errors in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape"):
        try:
            print(data, errors, ascii(data.decode("utf-8", errors)))
        except UnicodeDecodeError as e:
            print(data, errors, e, e.start, e.end, e.reason)
print("\udc80".encode("utf-8", "surrogateescape"), ascii("\ud83d\ude42"), "\U0001f642" == "🙂")
try: "\ud800".encode()
except UnicodeEncodeError as e: print(e)
print("a-b_c d".split(), " a  b ".split(" "), "a,b;c".replace(";", ",").split(","), "one\ttwo\nthree\r\nfour\x0bfive\x1csix\u2028seven".splitlines())
print("x".join("abc"), "abc".partition("b"), "abcabc".rpartition("b"), "aXbX".rsplit("X", 1), "  x ".lstrip() + "|", "xxyxx".strip("x"), "abc".removeprefix("a"), "abc".removesuffix("bc"), "prefix".startswith(("x", "pre")), "abc".endswith("c", 1, 2))
print("%s" % "é".encode(), "é".__repr__(), repr("it's"), repr('"'), repr("both ' and \""), repr("\\n\n\t\r\x00\x7f\x85\xa0\xad\u200b\ufeff"))
print("abc" * 0 == "", "ab" in "cab", "" in "", "b" not in "abc", "abc" < "abd" < "b", "Z" < "a", "é" > "z", ord("é"), chr(233), chr(0x1F600))
for bad in (-1, 0x110000):
    try: chr(bad)
    except ValueError as e: print(e)
try: ord("ab")
except TypeError as e: print(e)
print("Hello {name!s:>10}".format(name="Bob"), "{:é^7}".format("x"), f"{'日本':>6}|", f"{'é':_<5}", "é".center(5, "ü"), "tab\texpand".expandtabs(4))
print("".join(sorted("hello world")).strip(), "mississippi".count("ss"), "mississippi".replace("ss", "SS", 1), "mississippi".index("pp"), "a.b.c".rindex("."), "abc".find("z"))
table = str.maketrans({"a": "4", "e": None, 105: "1", "o": "00"})
print("a nice octopus is here".translate(table), "straße".translate({ord("ß"): "ss"}), str.maketrans("ab", "xy", "z"))
print(str(b"abc", "ascii"), str(b"abc"), str(), str(object)[:8], "é".encode("utf-8").hex(), bytes.fromhex("c3a9 20").decode(), "abc".encode("utf-16")[2:], int("٣٤"), float("١.٥"))
