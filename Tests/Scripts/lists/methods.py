# Every method of list.
a = [3, 1, 2]
a.append(4); a.extend((5, 6)); a.extend("ab"); a.insert(0, 0); a.insert(-1, "i"); a.insert(100, "end"); a.insert(-100, "start"); print(a)
print(a.pop(), a.pop(0), a.pop(-2), a.index(1), a.index(5, 2), a.count(3), a.copy() == a, a.copy() is a); a.remove("a"); a.reverse(); print(a)
a.clear(); print(a, len(a), bool(a)); a += [3, 1, 2]; a *= 2; a.sort(); print(a); a.sort(reverse=True); print(a); a.sort(key=lambda v: (v % 2, v)); print(a)
print([1, 2] + [3], [1] * 3, 2 * [1], [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 5], [1] != [1], 1 in [1], list("ab"), list(range(3)), list(), list({"k": 1}), [[]] * 2, [1, 2].__len__(), [1, 2].__contains__(2), [1].__add__([2]), [3, 4].__getitem__(1), list([1, 2].__iter__()), list([1, 2].__reversed__()), [1].__eq__(1), [1].__mul__(2))
for e in ["[].pop()", "[1].pop(5)", "[1].pop('a')", "[1].remove(2)", "[1].index(2)", "[1].index(1, 1)", "[].append()", "[].append(1, 2)", "[].extend(5)", "[].extend()", "[].insert(1)", "[].insert('a', 1)", "[].sort(5)", "[1, 'a'].sort()", "[1].sort(key=5)", "[].sort(reverse='a')", "[].x", "[] + ()", "[1] * 'a'", "[1] < (1,)", "list(5)", "list(1, 2)", "list(x=1)", "hash([])", "[1].count()", "[].index(1, 'a')", "[1][1]", "[].reverse(1)", "[].copy(1)", "[] < [1, None] < 5", "[1, None] < [1, 2]", "-[]", "[]()", "[1].pop(10**30)", "[1] * 10**30"]:
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, type(x).__name__, x)
