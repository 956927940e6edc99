# Where evaluation stops, and what is refused.
def bad():
    yield 1
    raise ValueError("inside")
for s in ["[x for x in bad()]", "{x: 1 / x for x in (1, 0)}", "[x for x in 5]", "{[] for x in [1]}", "{x: y for x, y in [(1, 2, 3)]}", "[x for x in [1] if undefined]", "[undefined for x in []]", "list(x for x in None)", "{**x for x in []}", "[*x for x in []]", "[x, y for x in []]", "[x for x in [] else 1]", "[for x in y]", "[x for]", "[x for x]", "{x: y, z for x in []}", "(x for 1 in [])", "[x for f() in []]", "f(x for x in [], 1)", "f(1, x for x in [])", "[x for x in yield]", "{x: for x in []}", "[x for x in a if]", "[x := 1 for x in []]", "[(x := 1) for x in []]", "[y for y in (x := [])]", "dict(x=1 for x in [])"]:
    try: print(s, eval(s))
    except SyntaxError as e: print(s, "->", e.msg, e.offset, e.end_offset)
    except Exception as e: print(s, type(e).__name__, e)
