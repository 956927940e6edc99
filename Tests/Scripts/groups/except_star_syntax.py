"""What except* does not allow."""
for source in [
    "try: pass\nexcept* A: pass\nexcept B: pass", "try: pass\nexcept A: pass\nexcept* B: pass",
    "try: pass\nexcept*: pass", "for i in x:\n try: pass\n except* A: break",
    "def f():\n try: pass\n except* A: return",
    "for i in x:\n try: pass\n except* A:\n  if b: continue",
    "try: pass\nexcept* A:\n for i in []: break\n def f(): return 1",
    "try: pass\nexcept* A as b.c: pass", "try: pass\nexcept * (A, B): pass",
    "try: pass\nexcept *A as b: pass\nelse: pass\nfinally: pass", "try: pass\nexcept* A\n  pass", "try: pass\nexcept*",
    "try: pass\nexcept* A:\npass", "for i in x:\n try: pass\n except* A: pass\n finally: break",
]:
    try:
        compile(source, "source", "exec")
        print("compiles")
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset)
