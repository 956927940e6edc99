"""itertools from head to tail, own iterators, iter(callable, sentinel), generator expressions."""
import itertools as it
import operator
print(list(it.chain([1], "ab", (2,))), list(it.chain.from_iterable(["ab", "cd"])), list(it.islice(it.count(10, 5), 4)), list(it.islice("abcdefg", 1, None, 2)))
print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 4], max)), list(it.accumulate([1, 2], initial=10)), list(it.repeat("x", 3)), list(it.islice(it.cycle("ab"), 5)))
print(list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.filterfalse(lambda x: x % 2, range(6))), list(it.compress("abcd", [1, 0, 1, 1])))
print(list(it.product([0, 1], "ab")), list(it.permutations("abc", 2)), list(it.combinations("abcd", 3)), list(it.combinations_with_replacement("ab", 2)), list(it.pairwise("abcd")), list(it.batched("abcdefg", 3)))
print(list(it.zip_longest("abc", [1], fillvalue="-")), list(it.starmap(pow, [(2, 3), (3, 2)])), [(k, list(g)) for k, g in it.groupby("aaabbc")], [(k, "".join(g)) for k, g in it.groupby("AaBb", key=str.lower)])
a, b, c = it.tee(iter("xyz"), 3)
print(next(a), list(b), list(a), list(c))
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
    def __length_hint__(self): return self.n
cd = Countdown(3)
print(operator.length_hint(cd), next(cd), list(cd), list(cd), next(cd, None), 2 in Countdown(3), max(Countdown(4)), sum(Countdown(4)), dict(enumerate(Countdown(2))), [*Countdown(2)], tuple(Countdown(1)), sorted(Countdown(3)), "-".join(map(str, Countdown(3))))
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Old()), 20 in Old(), list(reversed([1, 2])), [x for x in Old()], list(zip(Old(), "ab")))
data = iter([3, 1, 0, 2])
print(list(iter(lambda: next(data), 0)), list(data))
for bad in (lambda: iter(5), lambda: next([]), lambda: next(iter([])), lambda: list(zip([1], [1, 2], strict=True)), lambda: iter([], 1), lambda: list(it.islice([1], -1)), lambda: reversed({1}), lambda: list(it.batched("ab", 0)), lambda: it.count("a"), lambda: list(map(1, [1])), lambda: list(it.starmap(pow, [1]))):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
def flatten(x):
    for item in x:
        if isinstance(item, (list, tuple)): yield from flatten(item)
        else: yield item
print(list(flatten([1, [2, (3, [4, [5]]), "six"], []])), sum(flatten([[1, [2]], 3])))
def primes():
    found = []
    for n in it.count(2):
        if all(n % p for p in it.takewhile(lambda p: p * p <= n, found)): found.append(n); yield n
print(list(it.islice(primes(), 15)), next(p for p in primes() if p > 100))
def window(seq, n):
    its = it.tee(seq, n)
    for i, x in enumerate(its): next(it.islice(x, i, i), None)
    return zip(*its)
print(list(window("abcde", 3)), list(map(sum, window(range(5), 2))))
e = enumerate("ab", 1); print(next(e), e.__class__.__name__, list(e)); z = zip(*[iter("abcdef")] * 2); print(list(z))
g = (x * y for x in range(3) for y in range(x)); print(g.gi_running, list(g), any(g), all(g))
r = map(lambda *a: a, "ab", range(5)); print(next(r), list(r)); f = filter(str.isalpha, "a1b2"); print(next(f), "".join(f))
print(it.count(1.5, -0.5), repr(it.repeat(1, 2)), repr(iter([]))[:14], repr(it.chain())[:22], sorted(it.chain("ba", "dc"), reverse=True))
