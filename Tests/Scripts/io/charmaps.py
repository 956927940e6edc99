s = "a\u20ac\u00e9\u0416\u2592"
for e in ("cp1252", "cp437", "iso8859-15", "iso-8859-15", "latin-1", "latin9", "koi8-r", "cp1251", "windows-1252", "cp850", "KOI8_U", "866", "cp866", "iso8859_2", "L2", "ascii", "cp1250"):
    for h in ("strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace", "namereplace"):
        try: print(e, h, s.encode(e, h))
        except UnicodeError as x: print(e, h, x)
    for h in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape"):
        try: print(e, h, ascii(bytes(range(256)).decode(e, h)))
        except UnicodeError as x: print(e, h, x, x.encoding, x.start, x.end, x.reason)
for e in ("cp1", "cp9999", "iso8859-99", "koi8", "latin0", "cp", "1252x"):
    try: "x".encode(e)
    except LookupError as x: print(x)
import tempfile, os
p = tempfile.mktemp()
with open(p, "w", encoding="cp1252") as f: f.write("caf\u00e9 \u20ac\r\n" * 3); print(f.encoding)
print(open(p, "rb").read())
with open(p, encoding="cp1252") as f: print(ascii(f.read()))
with open(p, encoding="cp1252") as f: print([ascii(l) for l in f])
with open(p, "a", encoding="cp1252", errors="replace") as f: f.write("\u0416")
with open(p, encoding="cp437") as f: print(ascii(f.readline()))
try: open(p, "w", encoding="cp1252").write("\u0416")
except UnicodeEncodeError as x: print(x)
os.unlink(p)
