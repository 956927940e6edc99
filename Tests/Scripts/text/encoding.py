# encode and decode with error handlers.
for enc in ["utf-8", "utf8", "UTF_8", "ascii", "latin-1", "iso-8859-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-8-sig"]:
    for s in ["abc", "é", "😀"]:
        try:
            b = s.encode(enc)
            print(enc, b, b.decode(enc) == s)
        except UnicodeError as e:
            print(enc, e)
for h in ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass", "namereplace"]:
    for enc, s in [("ascii", "a\xe9\u20ac\U0001f600"), ("utf-8", "a\ud800b"), ("latin-1", "\u0100\u0101x"), ("ascii", "\udc80")]:
        try:
            print(h, enc, s.encode(enc, h))
        except UnicodeError as e:
            print(h, enc, type(e).__name__, ascii(str(e)), e.start, e.end, e.reason)
