# The functions of gc whose results do not depend on the collector.
import gc

print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
gc.set_threshold(500, 5, 5)
print(gc.get_threshold())
gc.set_threshold(600)
print(gc.get_threshold())
print(len(gc.get_count()), all(isinstance(count, int) for count in gc.get_count()))
print([sorted(generation) for generation in gc.get_stats()])
for bad in (-1, 3):
    try:
        gc.collect(bad)
    except ValueError as error:
        print(error)
try:
    gc.collect("x")
except TypeError as error:
    print(type(error).__name__)
print([gc.collect(generation=n) >= 0 for n in range(3)])

inner = [1]
outer = [inner]
print(gc.is_tracked(outer), gc.is_tracked(1), gc.is_tracked("x"))
print(any(found is outer for found in gc.get_referrers(inner)))
print(gc.get_referents(outer) == [inner], gc.get_referents(5), gc.get_referents())
print(any(found is outer for found in gc.get_objects()))
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
print(gc.get_debug(), gc.garbage)

gc.disable()
gc.collect()
told = []
gc.callbacks.append(lambda phase, info: told.append((phase, info)))
ring = []
ring.append(ring)
del ring
gc.collect()
gc.callbacks.clear()
print(told)

gc.set_debug(gc.DEBUG_SAVEALL)
ring = ["saved"]
ring.append(ring)
del ring
gc.collect()
gc.set_debug(0)
print(len(gc.garbage), gc.garbage[0][0])
gc.garbage.clear()

before = gc.get_freeze_count()
gc.freeze()
print(gc.get_freeze_count() > before)
gc.unfreeze()
print(gc.get_freeze_count())
