import os.path as p

print(p.join("a", "b", "c.txt"), p.join("a/", "/b"), p.join("", "x"), p.join("a", ""), p.split("/a/b/c"), p.split("c"), p.split("/"))
print(p.basename("/a/b.txt"), p.dirname("/a/b.txt"), p.splitext("a/b.tar.gz"), p.splitext(".bashrc"), p.splitext("a.b/c"), p.splitext("..x"))
print(p.normpath("a//b/./../c"), p.normpath("/../a"), p.normpath(""), p.normpath("../../x/.."), p.normpath("//a"), p.normpath("///a"))
print(p.isabs("/x"), p.isabs("x"), p.commonprefix(["abc", "abd"]), p.commonpath(["/a/b/c", "/a/b/d"]), p.relpath("/a/b/c", "/a/x"), p.relpath("/a", "/a"))
print(p.splitdrive("/a"), p.splitroot("/a/b"), p.splitroot("//a"), p.splitroot("a"), p.normcase("A"), p.sep, p.pardir, p.extsep)
print(p.exists("/"), p.isdir("/"), p.isfile("/"), p.exists("/no/such"), p.islink("/"), p.lexists("/nope"), p.ismount("/"))
print(p.expanduser("x/~"), p.join(b"a", b"b"), p.basename(b"/x/y"), p.abspath("/a/../b"))
for call in (lambda: p.join("a", b"b"), lambda: p.join(1), lambda: p.commonpath([]), lambda: p.commonpath(["/a", "b"]), lambda: p.relpath(""), lambda: p.split(None)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Path:
    def __fspath__(self):
        return "/from/object"


print(p.join(Path(), "x"), p.basename(Path()))
