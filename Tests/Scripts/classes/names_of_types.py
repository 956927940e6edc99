class A: pass
for n in ("a\0b", "", "x y", "é", 5, None, b"a"):
    try: A.__name__ = n; print(A.__name__, A)
    except (TypeError, ValueError) as e: print(e)
try: type("a\0b", (), {})
except ValueError as e: print(e)
