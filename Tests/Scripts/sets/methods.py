# Every method of set and frozenset.
a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a.union([9], (8,)), a.intersection(b, [2]), a.difference(b, [1]), a.symmetric_difference([1, 7]), a < {1, 2, 3, 4}, a <= a, a > {1}, a >= b, a == {3, 2, 1}, a != b, a.issubset(range(5)), a.issuperset([1]), a.isdisjoint([7]), a.copy(), len(a), 1 in a, set(), set("a"), frozenset([1]), frozenset() | a, a | frozenset([9]), type(frozenset() | a), type(a | frozenset()), a.union(), frozenset([1]) == {1}, hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): "f"}[frozenset([1])], {1} in {frozenset([1])}, sorted({*a, *b}))
c = set(a); c.add(9); c.add(9); c.discard(1); c.discard(100); c.remove(2); c.update([5], {6}); print(c); c |= {7}; c &= {5, 7, 9}; c -= {9}; c ^= {1, 5}; print(c); c.intersection_update([7]); c.difference_update([8]); c.symmetric_difference_update([1]); print(c, sorted([c.pop(), c.pop()]), c); c.clear(); print(c)
for e in ["set().pop()", "{1}.remove(2)", "{1}.add([])", "set(5)", "set(1, 2)", "{1} | [1]", "{1} < [1]", "{1} + {2}", "hash(set())", "frozenset().add(1)", "{[]}", "{1}.union(5)", "{1}.x", "set(x=1)", "{1}.add()", "{1} - 5", "{1}.remove([])", "{1}[0]", "{1}.issubset(5)", "{1}.pop(1)", "frozenset(1)", "{1}.intersection(1)", "[] in {1}", "{1} ^ (1,)", "{1}.discard({})", "{1} & 'a'", "frozenset(x=1)", "{1}.update(5)", "{1}.remove({1})"]:
    try: print(e, eval(e))
    except Exception as x: print(e, type(x).__name__, x)
class S(set): pass
print(S([1]), type(S([1]) | {2}), type({2} | S([1])), type(S([1]).copy()), repr(S()), S([1]) == {1}, frozenset(frozenset([1])), set({1: 2}))
