# Equal elements, first one stays.
print({1, True, 1.0}, {True, 1}, {0, False}, len({"a", "a", "b"}), {1.0, 1}, set([3, 1, 3]), len({(1, 2), (1, 2)}), {None, ...} == {..., None}, {i % 3 for i in range(10)}, {c for c in "hello" if c > "h"} == {"l", "o"})
class E:
    def __init__(s, v, n): s.v, s.n = v, n
    def __hash__(s): return hash(s.v)
    def __eq__(s, o): return s.v == o.v
    def __repr__(s): return s.n
x = {E(1, "first"), E(1, "second")}
print(x); x.add(E(1, "third")); print(x, x & {E(1, "other")}, {E(1, "o")} | x, E(1, "q") in x)
big = set(range(1000)); big -= set(range(0, 1000, 2)); print(len(big), sum(big), big == set(range(1, 1000, 2)), max(big), min(big))
