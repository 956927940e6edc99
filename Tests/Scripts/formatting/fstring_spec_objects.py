# __format__ gets the spec; conversions come first.
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
f = F()
print(f"{f} {f:} {f:abc} {f!s} {f!r:>6} {f!s:.2} {f:{'x'}{1}} {f:%Y-%m} {f!a} {f=} {f=:q} {f=!s}", format(f), format(f, "spec"), "{:z} {!r:>5} {0!s}".replace("{0!s}", "").format(f, f))
class Bad:
    def __format__(self, spec): return 5
for act in [lambda: f"{Bad()}", lambda: format(1, 2), lambda: format(object(), "x"), lambda: format([], "5"), lambda: format(None, "s"), lambda: f"{ {}:d}", lambda: f"{f:{None}}", lambda: format(), lambda: f"{print:5}".split()[0], lambda: format(object())[:7], lambda: f"{int:5}"]:
    try:
        print(act())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
