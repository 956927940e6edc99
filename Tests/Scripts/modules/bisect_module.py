import bisect

row = [1, 2, 2, 2, 3, 5]
print([bisect.bisect_left(row, v) for v in range(7)], [bisect.bisect_right(row, v) for v in range(7)])
bisect.insort(row, 4)
bisect.insort_left(row, 2)
print(row, bisect.bisect(row, 2, 3), bisect.bisect_left(row, 2, 2, 4))
people = [("ann", 20), ("bob", 30)]
print(bisect.bisect_left(people, 25, key=lambda p: p[1]))
bisect.insort(people, ("cy", 25), key=lambda p: p[1])
print(people)
try:
    bisect.bisect(row, 1, -1)
except ValueError as error:
    print(error)
