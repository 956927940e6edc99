import heapq
import random

random.seed(7)
values = [random.randrange(1000) for _ in range(200)]
heap = []
for value in values:
    heapq.heappush(heap, value)
    assert heap[0] == min(heap)
print([heapq.heappop(heap) for _ in range(10)])
print(heapq.heapreplace(heap, -1), heap[0], heapq.heappushpop(heap, -5), heapq.heappushpop(heap, 3))
row = values[:]
heapq.heapify(row)
print(all(row[k] <= row[2 * k + 1] for k in range(len(row)) if 2 * k + 1 < len(row)))
print(heapq.nsmallest(4, values), heapq.nlargest(4, values), heapq.nsmallest(3, values, key=lambda v: v % 10))
print(list(heapq.merge([1, 4, 7], [2, 5, 8], [0, 9])), list(heapq.merge([9, 5], [8, 1], reverse=True)))
print(list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
try:
    heapq.heappop([])
except IndexError as error:
    print("IndexError", error)
