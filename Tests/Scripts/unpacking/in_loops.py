# Targets of for loops and with statements.
for a, b in zip("ab", [1, 2]): print(a, b)
for i, (k, v) in enumerate({"x": 1}.items()): print(i, k, v)
for a, *rest in ["abc", [1], (2, 3)]: print(a, rest)
d = {}
for d["k"] in range(3): pass
print(d)
for x in (): pass
else: print("empty else", "x" in globals())
for [p, q] in [[1, 2]]: print(p, q)
for n in range(5):
    if n == 2: continue
    if n == 4: break
else: print("no")
print(n)
while n: n -= 1
else: print("while else", n)
for x in [1, 2]: x = 10
print(x)
