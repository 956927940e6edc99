# What collect() counts and frees.
import gc

gc.disable()
gc.collect()

log = []


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


class Plain:
    pass


# An instance in its own dict: the instance, or the instance and its dict.
plain = Plain()
plain.me = plain
del plain
print(gc.collect() in (1, 2))

items = []
items.append(items)
del items
print(gc.collect())

table = {}
table[1] = table
del table
print(gc.collect())

pair = ([],)
pair[0].append(pair)
del pair
print(gc.collect())

# Reachable: nothing is found.
kept = []
kept.append(kept)
print(gc.collect())
kept.clear()

# Two with finalizers.
one, two = Node("one"), Node("two")
one.other, two.other = two, one
del one, two
print(gc.collect() >= 2, sorted(log))
log.clear()


# A closure that refers to itself by its cell.
def make():
    def inner():
        return inner

    node = Node("closure")
    inner.node = node
    node.inner = inner


make()
print(log, gc.collect() >= 2, log)
log.clear()


# A generator that never ran, and one that is suspended in a try.
def steps(node):
    try:
        yield node
        yield 2
    finally:
        log.append("closed")


node = Node("never ran")
node.steps = steps(node)
del node
print(gc.collect() >= 1, log)
log.clear()

node = Node("suspended")
node.steps = steps(node)
next(node.steps)
del node
gc.collect()  # what it counts, when closing the generator already ends the cycle, is not promised
print(sorted(log))
log.clear()


# An exception with its traceback, in a variable of the frame that the traceback has.
def fails():
    node = Node("exception")
    try:
        raise ValueError(node)
    except ValueError as error:
        kept = error


fails()
print(log, gc.collect() >= 1, log)
log.clear()


# Classes.
class Made(metaclass=type("Meta", (type,), {})):
    node = Node("class")


del Made
print(gc.collect() >= 1, log)
log.clear()


# A bound method of the object that holds it; a property; slots.
class Slotted:
    __slots__ = ("method", "node")

    def go(self):
        pass


slotted = Slotted()
slotted.method = slotted.go
slotted.node = Node("slots")
del slotted
print(gc.collect() >= 1, log)
log.clear()

# A chain of many.
first = last = []
for _ in range(200000):
    last = [last]
first.append(last)
del first, last
print(gc.collect())
