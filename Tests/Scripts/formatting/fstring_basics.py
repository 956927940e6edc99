# Expressions, conversions, specs, nesting, = in f-strings.
name, n, x = "Ann", 3, 2.5
print(f"{name} {name!r} {name!s} {name!a} {'é'!a} {n:03} {x:>6.2f} {{}} {{{n}}}")
print(f"{n=} {n = } {name=} {name=!s} {x=:.1f} {n + 1=} { n }  {x=!r:>6} {name=:>6}")
print(f"{n:{n}} {x:{n+5}.{1}f} {name:{'>'}{8}} {n!r:{'*'}^{5}}", f"{'a' if n else 'b'}", f"{(lambda v: v * 2)(4)}", f"{ {1: 2}[1] }", f"{[i for i in range(n)]}")
print(f'{"nested " + f"{n}"}', f"{name!r:>8}", f"{n,}", f"{n, x}", f"{*[1, 2],}", f"""{
    n
    + 1  # a comment
}""", rf"\d{n}", fr'\n{x}', F"{n}", f"{n}" "plain{}" f"{x}", f"\x41{n}\n".encode())
print(f"{name[0]} {name.upper()} {len(name)} {'x' 'y'} {1 < 2} {n!=3} {n==3} {n>=3} {x:=^7}", f"{None} {True} {...} {()} {[]}")
print(f"{'\n'.join(['a', 'b'])} {"same quotes"} {f"{f"{1}"}"}")
