# An assignment expression binds in the enclosing function's scope.
if (n := len("abc")) > 2:
    print(n)
print([y := 1, y ** 2, y + 1], y)
print([last := i for i in range(4)], last)
data = iter([1, 2, 0, 3])
while (x := next(data)) != 0:
    print("x", x)


def total(values):
    acc = 0
    sums = [acc := acc + v for v in values]
    return sums, acc


print(total([1, 2, 3]))
print(any((hit := w).startswith("b") for w in ["a", "bc", "d"]), hit)
print((lambda: (z := 3) + z)())
print(f"{(w := 7)} {w}", {(k := "key"): (v := 1)}, k, v)
s = {q := 1, 2}
print(s, q, "abc"[i := 1], i)
