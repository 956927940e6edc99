"""A pipeline of generators, with close and exceptions on the way."""
import itertools

log = []

def source(limit):
    try:
        for i in itertools.count():
            if i >= limit:
                return "exhausted"
            yield i
    finally:
        log.append("source closed")

def only(predicate, items):
    try:
        for item in items:
            if predicate(item):
                yield item
    finally:
        log.append(f"filter closed")

def batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield tuple(batch)
            batch.clear()
    if batch:
        yield tuple(batch)

def tee_log(items, label):
    n = 0
    try:
        for n, item in enumerate(items, 1):
            yield item
    except GeneratorExit:
        log.append(f"{label} stopped after {n}")
        raise

pipe = tee_log(batches(only(lambda x: x % 3, source(20)), 4), "tee")
print(next(pipe), next(pipe))
pipe.close()
print(log)
log.clear()
print(list(batches(source(7), 3)), log)

def averager():
    total = count = 0
    average = None
    while True:
        try:
            value = yield average
        except ValueError as e:
            print("reset", e)
            total = count = 0
            average = None
            continue
        if value is None:
            return average
        total += value
        count += 1
        average = total / count

def delegate(results):
    while True:
        results.append((yield from averager()))

results = []
d = delegate(results)
next(d)
for v in (1, 2, 6, None, 10, 20):
    print(d.send(v), end=" ")
print()
print(d.throw(ValueError("bad")), d.send(4), results)
d.close()
def chain_all():
    yield from range(3)
    yield from "ab"
    x = yield from source(2)
    yield x
print(*chain_all(), sep="|")
print([*itertools.takewhile(lambda x: x < 5, source(9))], log)
print(sum(x * x for x in source(5)), max((c for c in "hello"), key=ord), any(x > 3 for x in source(100)))
g = (i for i in source(3))
print(next(g), list(g), next(g, "done"))
