# compile(), exec() and import of sources that declare an encoding.
import os
import sys
import tempfile


def tried(source, file="<made>"):
    names = {}
    try:
        exec(compile(source, file, "exec"), names)
        print(ascii(names.get("x")))
    except SyntaxError as error:
        print(type(error).__name__, ascii(error.msg), error.filename, error.lineno, error.offset, ascii(error.text), len(error.args), len(error.args[1]) if len(error.args) > 1 else "")


text = "x = 'é€Жא'\n"
for name in ["cp1252", "CP1252", "windows-1252", "koi8-r", "KOI8_R", "iso8859-5", "iso-8859-8", "ISO_8859-15", "latin2", "latin-9", "cp437", "cp866", "cp1251", "mac-klingon", "klingon", "KLINGON",
             "utf-8", "utf8", "UTF_8", "utf-8-sig", "utf-8-unix", "latin-1", "latin_1_dos", "iso-8859-1-mac", "ascii", "us-ascii", "646", "raw_unicode_escape", "cp857", "tis-620" if 0 else "cp874"]:
    head = f"# -*- coding: {name} -*-\n"
    print(name, end=" ")
    try:
        body = text.encode(name, "backslashreplace")
    except LookupError:
        body = text.encode()
    tried(head.encode() + body)
for source in [b"# coding: cp1252\nx = '\x80\x9f'", b"# coding: cp1252\nx = '\x81'", b"# coding: cp1252\nx = 1 # \x8d", b"# coding: iso8859-6\nx = '\xa1'", b"# coding: ascii\nx = '\xe9'",
               b"\xef\xbb\xbf# coding: cp1252\nx = 1", b"\xef\xbb\xbf# coding: latin-1\nx = 1", b"\xef\xbb\xbf# coding: utf-8\nx = 1", b"\xef\xbb\xbf# coding: utf8\nx = 1", b"\xef\xbb\xbf# coding: klingon\nx = 1",
               b"\n# coding: cp1252\nx = '\x80'", b"\n\n# coding: klingon\nx = 1", b"y = 1\n# coding: klingon\nx = 1", b"# coding:cp1252\nx = '\x80'", b"# coding=cp1252\nx = '\x80'",
               b"# encoding: cp1252\nx = '\x80'", b"# coding  : klingon\nx = 1", b"#coding: klingon cp1252\nx = 1", b"  # coding: cp1252\nx = '\x80'", b"# coding: cp1252\r\nx = '\x80'\r\n", b"# coding: cp1252\rx = '\x80'\r",
               b"# coding: cp1252\nx = '\x80' +", b"# coding: cp1252\nx = (\xe9 := '\x80') + \xe9\n", b"# coding: cp1252\nx = \x80", b"# coding: koi8-r\n\xd6\xd5\xcb = 1; x = \xd6\xd5\xcb", b"# coding: klingon"]:
    print(source, end=" ")
    tried(source)
for source in ["# coding: klingon\nx = 'é'", "# coding: cp1252\nx = '€'", "# coding: ascii\nx = 'é'"]:
    tried(source)
print(ascii(eval(b"# coding: cp1252\n'\x80'")), ascii(eval(bytearray(b"# coding: cp1252\n'\x80'"))))
with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    for name, source in [("good", "# coding: cp1252\nvalue = '€'\n".encode("cp1252")), ("unknown", b"# coding: klingon\nvalue = 1\n"), ("broken", b"# coding: cp1252\nvalue = '\x81'\n")]:
        with open(os.path.join(folder, f"encoded_{name}.py"), "wb") as file:
            file.write(source)
        try:
            print(ascii(__import__(f"encoded_{name}").value))
        except SyntaxError as error:
            print(error.msg, error.lineno, error.offset, error.text, os.path.basename(error.filename))
