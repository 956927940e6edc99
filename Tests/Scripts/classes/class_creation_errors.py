# What may not be a class statement.
for s in ["class", "class A", "class A:", "class A(: pass", "class 1: pass", "class A(x for x in y): pass", "class A(*): pass", "class A.b: pass", "class A:\npass", "class A():pass\n x = 1", "class None: pass", "class A(b=1, 2): pass", "class A(**k, *b): pass", "class A: return 1", "class A: break", "class A: continue", "class A:\n  def f(self) return 1", "class A: def f(self): pass", "class __debug__: pass", "class A: nonlocal x", "class A: global __class__", "class A(x, y", "class A: pass class B: pass", "class if: pass", "class A(b c): pass"]:
    try: compile(s, "<s>", "exec"); print(repr(s), "fine")
    except SyntaxError as e: print(repr(s), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
