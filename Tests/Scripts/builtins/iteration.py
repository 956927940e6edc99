print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate(iterable="x", start=2**63 - 1)))
print(list(zip("ab", [1, 2, 3])), list(zip()), list(zip("ab", [1, 2], strict=True)), list(zip("a")))
print(list(map(str, [1, 2])), list(map(pow, [2, 3], [3, 2, 9])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(3))), list(reversed({1: 2, 3: 4})))
print(any([0, 1]), any([]), all([1, 0]), all([]), sorted([3, 1, 2]), sorted("bca", reverse=True), sorted([-3, 2], key=abs))
it = iter([1, 2])
print(next(it), next(it), next(it, "end"))
counter = iter(lambda n=[0]: n.__setitem__(0, n[0] + 1) or n[0], 4)
print(list(counter), len([1, 2]), len("é"), len({}))


class Sequence:
    def __len__(self):
        return 3

    def __getitem__(self, index):
        if index >= 3:
            raise IndexError
        return index * 10


print(list(Sequence()), list(reversed(Sequence())), 20 in Sequence())


class Backwards:
    def __reversed__(self):
        return iter("backwards")


print("".join(reversed(Backwards())))
for call in (lambda: list(zip("ab", "a", strict=True)), lambda: list(zip("a", "ab", strict=True)), lambda: list(zip("a", "b", "cd", strict=True)),
             lambda: zip(1), lambda: map(str), lambda: map(1), lambda: filter(None), lambda: enumerate(), lambda: enumerate(1), lambda: reversed(1),
             lambda: reversed({1}), lambda: next([]), lambda: next(iter([])), lambda: iter(1), lambda: iter(1, 2), lambda: len(1), lambda: sorted(1),
             lambda: sorted([1, "a"]), lambda: sorted([1], None), lambda: any(1), lambda: list(map(lambda: 1, [1])), lambda: zip("a", wrong=1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(type(zip()), type(map(str, "")), type(filter(None, "")), type(enumerate("")), type(reversed([])), type(reversed(Sequence())))
gen = (x for x in range(3))
print(sum(gen), list(gen), max(x * x for x in range(4)), dict(zip("ab", range(2))))
