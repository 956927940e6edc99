# tb_frame, tb_lineno, tb_next and what the frames hold.
import sys
def a(x):
    local = x * 2
    return b(local)
def b(y): raise ValueError(y)
try: a(5)
except ValueError as e:
    tb = e.__traceback__
    while tb:
        f = tb.tb_frame
        print(f.f_code.co_name, tb.tb_lineno, f.f_lineno, sorted(k for k in f.f_locals if len(k) < 6 and k[0] != "_") if f.f_code.co_name != "<module>" else "", f.f_back is not None)
        tb = tb.tb_next
    print(type(e.__traceback__).__name__, e.__traceback__.tb_lasti >= 0)
    e2 = e.with_traceback(None); print(e2.__traceback__)
