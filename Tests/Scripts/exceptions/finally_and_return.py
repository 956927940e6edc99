# finally runs on every way out, and may override.
def f(how):
    for i in range(3):
        try:
            if how == "return": return "returned"
            if how == "break": break
            if how == "continue": continue
            if how == "raise": raise ValueError(i)
        finally: print("finally", how, i)
    return "end"
for h in ("return", "break", "continue", "none"): print(f(h))
try: f("raise")
except ValueError as e: print(repr(e))
def override():
    try: return 1
    finally: return 2
def swallow():
    try: raise KeyError
    finally: return "swallowed"
def loop():
    while True:
        try: return "no"
        finally: break
    return "broke"
def nested():
    try:
        try: raise ValueError("a")
        finally: print("inner")
    except ValueError as e: return str(e)
    finally: print("outer")
def value():
    x = 1
    try: return x
    finally: x = 2
def deep():
    out = []
    for i in range(2):
        try:
            try:
                if i: return out
                continue
            finally: out.append(("in", i))
        finally: out.append(("out", i))
print(override(), swallow(), loop(), nested(), value(), deep())
def gen():
    try: yield 1
    finally: print("closed")
for x in gen(): break
g = gen(); next(g); g.close()
def cont():
    for i in range(3):
        try: raise ValueError
        except ValueError: continue
        finally: print("c", i)
    return "done"
print(cont())
