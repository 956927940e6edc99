# del of every kind of target.
a = b = c = 1; del a, (b, [c])
for n in "abc": print(n in globals())
l = [1, 2, 3, 4]; del l[0], l[0]; print(l)
d = {"x": {"y": 1}}; del d["x"]["y"]; print(d)
class O: x = 1
o = O(); o.y = 2; del o.y
for s in ["del o.y", "del o.x", "del undefined", "del l[10]", "del d['q']", "del d", "del O.x", "del O.x", "del (1).real", "del 'a'[0]", "del ()", "del []", "del f()", "del 1", "del a + b", "del *a", "del (a, 1)", "del a if b else c", "del None", "del {}", "del a.b()", "del x for", "del", "del (yield)", "del [a, b()]", "del 'x'", "del f''", "del -x", "del lambda: 0", "del (x := 1)", "del __debug__", "del ..."]:
    try: exec(s); print(s, "fine")
    except SyntaxError as e: print(s, "->", e.msg, e.offset, e.end_offset)
    except Exception as e: print(s, type(e).__name__, e)
def f():
    x = 1
    del x
    try: x
    except UnboundLocalError as e: print(e)
    try: del x
    except UnboundLocalError as e: print(e)
    x = 2
    return x
print(f())
def g():
    x = 1
    def h(): return x
    del x
    try: h()
    except NameError as e: print(e)
g()
