a = [1]; a.append(a); b = [1]; b.append(b)
try: print(a == b)
except RecursionError as e: print(e)
print(a)
d = {}; d["x"] = d; print(d)
s = [()]
t = (s,); s.append(t); print(t)
