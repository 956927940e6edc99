# Wrong bytes and each error handler.
for b in [b"\xff", b"a\x80b", b"\xc3", b"\xc3\x28", b"\xe2\x82", b"\xe2\x28\xa1", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xc0\x80", b"\xf5\x80\x80\x80", b"ok\xe9", b"\xf0\x28\x8c\x28", b"\xe2\x82\xe2\x82\xac"]:
    for h in ["strict", "ignore", "replace", "backslashreplace", "surrogateescape"]:
        try:
            print(b, h, ascii(b.decode("utf-8", h)))
        except UnicodeDecodeError as e:
            print(b, h, e, e.start, e.end, e.reason, e.encoding, e.object)
for b, enc in [(b"\xe9", "ascii"), (b"a", "utf-16"), (b"\x00\xd8", "utf-16-le"), (b"abc", "utf-32"), (b"\x00\x00\x11\x00", "utf-32-le"), (b"a", "nonsense"), (b"\xff\xfea\x00", "utf-16"), (b"\xef\xbb\xbfx", "utf-8-sig"), (b"\xef\xbb\xbfx", "utf-8")]:
    try:
        print(ascii(b.decode(enc)))
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)
for f in [lambda: b"a".decode("utf-8", "nohandler"), lambda: b"\xff".decode("utf-8", "nohandler"), lambda: "é".encode("ascii", "bad"), lambda: "a".encode(1), lambda: b"a".decode(errors=1), lambda: str(b"\xe9", "latin-1"), lambda: str(b"a", errors="strict"), lambda: str("a", "utf-8"), lambda: str(5, "utf-8"), lambda: str(b"ab"), lambda: str(object=5), lambda: str(b"\xff", "utf-8"), lambda: str(1, 2, 3, 4)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
