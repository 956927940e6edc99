# What := may not do.
for source in [
    "(a.b := 1)", "(a[0] := 1)", "x := 1", "[i := 0 for i in range(3)]", "[j := 0 for k in [1] for j in [2]]",
    "class A: [x := i for i in [1]]", "f(a=b:=1)", "(None := 1)", "((a, b) := 1)", "lambda: x := 1",
    "[x for x in (y := [1])]", "def f(a := 1): pass", "(x := 1, 2) = 3", "del (x := 1)", "with a as (x := 1): pass",
]:
    try:
        compile(source, "<s>", "exec")
        print("fine", source)
    except SyntaxError as e:
        print(source, "->", e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
