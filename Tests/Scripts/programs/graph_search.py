"""Graphs: BFS, Dijkstra, topological order, components, memo, recursion."""
import heapq
import sys
from collections import defaultdict, deque
from itertools import combinations, pairwise, permutations, product

EDGES = """a b 7; a c 9; a f 14; b c 10; b d 15; c d 11; c f 2; d e 6; e f 9"""
graph = defaultdict(dict)
for part in EDGES.split(";"):
    u, v, w = part.split()
    graph[u][v] = graph[v][u] = int(w)

def dijkstra(start):
    dist, previous, heap = {start: 0}, {}, [(0, start)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist[u]: continue
        for v, w in graph[u].items():
            if (nd := d + w) < dist.get(v, float("inf")):
                dist[v], previous[v] = nd, u
                heapq.heappush(heap, (nd, v))
    return dist, previous

dist, previous = dijkstra("a")
print(dict(sorted(dist.items())))
path, node = [], "e"
while node:
    path.append(node)
    node = previous.get(node)
print(" -> ".join(reversed(path)), [graph[u][v] for u, v in pairwise(reversed(path))])

def bfs(maze, start, goal):
    queue, seen = deque([(start, 0)]), {start}
    while queue:
        (r, c), steps = queue.popleft()
        if (r, c) == goal: return steps
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            p = r + dr, c + dc
            if 0 <= p[0] < len(maze) and 0 <= p[1] < len(maze[0]) and maze[p[0]][p[1]] != "#" and p not in seen:
                seen.add(p); queue.append((p, steps + 1))
    return None
maze = ["..#.", ".#..", "....", "#.#."]
print(bfs(maze, (0, 0), (0, 3)), bfs(maze, (0, 0), (3, 0)))

tasks = {"cook": {"shop", "clean"}, "eat": {"cook"}, "shop": {"list"}, "clean": set(), "list": set()}
def topo(tasks):
    tasks = {k: set(v) for k, v in tasks.items()}
    while tasks:
        ready = sorted(k for k, v in tasks.items() if not v)
        if not ready: raise ValueError(f"cycle among {sorted(tasks)}")
        yield from ready
        for r in ready: del tasks[r]
        for v in tasks.values(): v.difference_update(ready)
print(list(topo(tasks)))
try: list(topo({"x": {"y"}, "y": {"x"}}))
except ValueError as e: print(e)
def tsp(cities):
    best = min(permutations(cities[1:]), key=lambda p: sum(abs(ord(a) - ord(b)) for a, b in pairwise((cities[0], *p, cities[0]))))
    return best
print(tsp("adbce"), len(list(combinations(range(10), 3))), list(product("ab", repeat=2)), [*combinations("abc", 2)])
def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))
sys.setrecursionlimit(5000)
print(ackermann(2, 30), sys.getrecursionlimit())
def endless(n): return endless(n + 1) + 1
try: endless(0)
except RecursionError as e: print(type(e).__name__, str(e)[:32])
parent = {}
def find(x):
    while parent.setdefault(x, x) != x: parent[x] = parent[parent[x]]; x = parent[x]
    return x
for a, b in [(1, 2), (3, 4), (2, 3), (5, 6)]: parent[find(a)] = find(b)
groups = defaultdict(list)
for x in parent: groups[find(x)].append(x)
print(sorted(map(sorted, groups.values())))
def queens(n, row=0, cols=frozenset(), d1=frozenset(), d2=frozenset()):
    if row == n: return 1
    return sum(queens(n, row + 1, cols | {c}, d1 | {row - c}, d2 | {row + c}) for c in range(n) if c not in cols and row - c not in d1 and row + c not in d2)
print([queens(n) for n in range(1, 7)])
