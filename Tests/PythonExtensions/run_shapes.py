# What shapes.c does, printed; the same under CPython and under Baton.
import gc
import shapes
import threading


def shown(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


v = shapes.Vector([1, 2.5, 3], label="a")
print(v, len(v), bool(v), bool(shapes.Vector([])), v.count, v.label, v.exports, v.exports100)
shown(shapes.Vector)
shown(shapes.Vector, 5)
shown(shapes.Vector, ["x"])
shown(shapes.Vector, [1], lable=2)
print(v[0], v[-1], v[::2], list(v))
shown(lambda: v[3])
shown(lambda: v["a"])
shown(lambda: v[10**30])
print(v.sum(), v.scale(2) is v, v.sum())
print((v + v).sum(), (v + v).label)
shown(lambda: v + shapes.Vector([1]))
shown(lambda: v + 1)
print(v == shapes.Vector([0, 0, 0]), v < shapes.Vector([1]), v != 3)
shown(hash, v)
view = memoryview(v)
print(view.nbytes, view.readonly, view.format, v.exports)
shown(v.scale, 3)
view.release()
print(v.exports, v.scale(0.5).sum())
shown(setattr, v, "exports", 1)
shown(setattr, v, "count", 1)
shown(delattr, v, "label")
shown(lambda: v.label)
v.label = v
ref_count_kept = v.label is v
print(ref_count_kept)
del v
gc.collect()


class Named(shapes.Vector):
    def __repr__(self):
        return "Named" + str(list(self))


n = Named([4, 5])
n.extra = "kept"
print(n, n.extra, isinstance(n, shapes.Vector), type(n + n).__name__, shapes.Vector.__doc__, shapes.Vector.__module__)

print(list(shapes.countdown(4)), shapes.countdown(0).__class__.__name__)
shown(shapes.countdown, "x")
shown(type(shapes.countdown(1)))

for text in ["", "abc", "\xe9t\xe9", "\u20ac", "\U0001f600!"]:
    print(ascii(text), shapes.text_facts(text), ascii(shapes.reversed_text(text)))
shown(shapes.text_facts, b"x")

print(shapes.tally("a", "b", "a"), shapes.tally())
shown(shapes.tally, [])
print(shapes.evaluate("sum(range(5)) + 1"))
shown(shapes.evaluate, "1 +")
shown(shapes.evaluate, "nothing")


def inner():
    return shapes.where()


print(inner())
shapes.say("hello")
print(issubclass(shapes.ShapeError, ValueError), shapes.ShapeError.__doc__, shapes.VERSION, shapes.KIND, shapes.__doc__)

big = shapes.Vector([float(i) for i in range(1000)])
results = []
threads = [threading.Thread(target=lambda: results.append(sum(big.sum() for _ in range(200)))) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)
