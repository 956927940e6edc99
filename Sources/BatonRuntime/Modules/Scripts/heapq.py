"""Lists as heaps: item k is not larger than items 2k+1 and 2k+2."""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def _rise(heap, start, place):
    """Move the item at `place` towards `start` until its parent is not larger."""
    item = heap[place]
    while place > start:
        parent = (place - 1) >> 1
        if not item < heap[parent]:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def _sink(heap, place):
    """Move the item at `place` down: to a leaf along the smaller children, and up again as far as it belongs."""
    end = len(heap)
    start = place
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise(heap, start, place)


def heappush(heap, item, /):
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return first


def heapreplace(heap, item, /):
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(heap, /):
    for place in reversed(range(len(heap) // 2)):
        _sink(heap, place)


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables, sorted."""
    rows = []
    for index, iterable in enumerate(iterables):
        items = iter(iterable)
        for item in items:
            rows.append(_Row(item if key is None else key(item), index, item, items, reverse))
            break
    heapify(rows)
    while rows:
        row = rows[0]
        yield row.item
        for item in row.items:
            heapreplace(rows, _Row(item if key is None else key(item), row.index, item, row.items, reverse))
            break
        else:
            heappop(rows)


class _Row:
    __slots__ = ("measure", "index", "item", "items", "reverse")

    def __init__(self, measure, index, item, items, reverse):
        self.measure = measure
        self.index = index
        self.item = item
        self.items = items
        self.reverse = reverse

    def __lt__(self, other):
        if self.reverse:
            if other.measure < self.measure:
                return True
            return not self.measure < other.measure and self.index < other.index
        if self.measure < other.measure:
            return True
        return not other.measure < self.measure and self.index < other.index


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]
