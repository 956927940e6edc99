# Finalizers run once, may make their object reachable again, and their errors are not raised.
import gc
import weakref

gc.disable()
gc.collect()

saved = []


class Phoenix:
    runs = 0

    def __del__(self):
        Phoenix.runs += 1
        saved.append(self)


bird = Phoenix()
bird.me = bird
del bird
print(gc.collect(), Phoenix.runs, len(saved))
print(gc.is_finalized(saved[0]), saved[0].me is saved[0])
saved.clear()
print(gc.collect() in (1, 2), Phoenix.runs, len(saved))

# What a resurrected object refers to lives on; the rest goes.
log = []


class Logged:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


class Saver:
    def __del__(self):
        saved.append(self)


saver, inner, outer = Saver(), Logged("inner"), Logged("outer")
saver.inner = inner
inner.saver = saver
outer.saver = saver
saver.circle = [saver]
outer.circle = outer
watch_inner, watch_outer = weakref.ref(inner), weakref.ref(outer)
del saver, inner, outer
gc.collect()
print(sorted(log), saved[0].inner.name, watch_inner(), watch_outer())
log.clear()
saved[0].circle = saved[0].inner = None
saved.clear()
gc.collect()
print(log)

# A finalizer that makes new garbage, and one that collects.


class Maker:
    def __del__(self):
        new = []
        new.append(new)
        log.append(gc.collect())


log.clear()
maker = Maker()
maker.me = maker
del maker
gc.collect()
print(log, gc.collect())


# Enabled, it runs by itself.
class Counted:
    dead = 0

    def __init__(self):
        self.me = self

    def __del__(self):
        Counted.dead += 1


gc.enable()
for _ in range(50000):
    Counted()
print(gc.isenabled(), Counted.dead > 10000)
gc.collect()
print(Counted.dead)
