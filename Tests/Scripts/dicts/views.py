# Views follow their dict and act as sets.
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
d["c"] = 3
print(k, v, i, len(k), "a" in k, 3 in v, ("a", 1) in i, ("a", 2) in i, k & {"a", "z"} , sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "z"}), i & {("a", 1)}, k == {"a", "b", "c"}, k <= {"a", "b", "c", "d"}, k.isdisjoint({"q"}), k > {"a"}, v == d.values(), k == d.keys(), i == d.items(), k.mapping["a"], list(reversed(k)), {"a"} & k, sorted({"z"} | k), sorted(["z"] - k if 0 else {"z", "a"} - k), k != {"a"}, k >= ["a"] if 0 else k >= {"a"})
print(type(k), type(v), type(i), type(iter(k)), type(iter(v)), type(iter(i)), type(reversed(k)))
try: hash(k)
except TypeError as e: print(e)
try: k[0]
except TypeError as e: print(e)
try: v & {1}
except TypeError as e: print(e)
try: i < [1]
except TypeError as e: print(e)
try: type(k)()
except TypeError as e: print(e)
x = {1: [2]}
print(x.items() == {1: [2]}.items(), (1, [2]) in x.items(), x.items().mapping, x.values().mapping)
