from itertools import (
    accumulate, batched, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile,
    filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest,
)

print(list(islice(count(3), 4)), list(islice(count(0.5, 0.25), 3)), count(2, 5), count(7))
c = cycle("ab")
print([next(c) for _ in range(5)], list(cycle([])), list(repeat("x", 3)), repeat(1, 2), repeat("r"))
print(list(chain("ab", [1, 2], ())), list(chain.from_iterable(["ab", "cd"])))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(accumulate([])))
print(list(compress("abcdef", [1, 0, 1, 0, 1, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 2, 5])),
      list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, ""])))
print([(key, list(group)) for key, group in groupby("aaabbc")], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4], lambda x: x % 2)])
groups = groupby("aab")
first = next(groups)
second = next(groups)
print(list(first[1]), list(second[1]))
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 2, 4)), list(islice("abcdefg", 1, None, 2)), list(islice("abc", 0)))
print(list(pairwise([1, 2, 3])), list(pairwise([1])), list(batched("abcdefg", 3)), list(starmap(pow, [(2, 5), (3, 2)])))
a, b, d = tee([1, 2, 3], 3)
print(next(a), list(b), list(a), list(d))
print(list(zip_longest("abcd", "xy", fillvalue="-")), list(zip_longest()))
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("ab", [])))
print(list(permutations("abc", 2)), len(list(permutations(range(5)))), list(permutations([], 0)), list(permutations("ab", 3)))
print(list(combinations("abcd", 2)), list(combinations("ab", 3)), list(combinations_with_replacement("ab", 2)))
for call in (lambda: islice("a", -1), lambda: islice("a", 1, 2, 0), lambda: batched("a", 0), lambda: combinations("a", -1),
             lambda: product("a", repeat=-1), lambda: list(batched("abc", 2, strict=True)), lambda: count("x"), lambda: tee([], -1)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(sum(1 for _ in combinations(range(12), 5)), sum(1 for _ in product(range(4), repeat=5)))
