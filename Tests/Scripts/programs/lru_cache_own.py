"""An LRU cache as mapping, decorators with arguments, functools helpers."""
import functools
import time
from collections import OrderedDict
from collections.abc import MutableMapping

class LRU(MutableMapping):
    def __init__(self, size, *args, **kw):
        self.size, self.data, self.misses = size, OrderedDict(), 0
        self.update(*args, **kw)
    def __getitem__(self, key):
        try:
            self.data.move_to_end(key)
        except KeyError:
            self.misses += 1
            raise
        return self.data[key]
    def __setitem__(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        while len(self.data) > self.size:
            self.data.popitem(last=False)
    def __delitem__(self, key): del self.data[key]
    def __iter__(self): return iter(self.data)
    def __len__(self): return len(self.data)

c = LRU(3, a=1, b=2)
c["c"] = 3
c["a"]
c["d"] = 4
print(list(c), "b" in c, c.get("b", "gone"), c.misses, c.pop("c"), c.setdefault("e", 5), dict(c), len(c))
try: c["zz"]
except KeyError as e: print("KeyError", e, e.args)
try: c.pop("zz")
except KeyError as e: print("KeyError", e)
print(c.popitem(), sorted(c), isinstance(c, MutableMapping))

def retry(times, exceptions=(Exception,)):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            wrapper.calls += 1
            for attempt in range(1, times + 1):
                try:
                    return f(*args, **kwargs)
                except exceptions as e:
                    last = e
                    print(f"  attempt {attempt}: {e!r}")
            raise RuntimeError(f"{f.__name__} failed") from last
        wrapper.calls = 0
        return wrapper
    return decorate

state = iter([ValueError("one"), KeyError("two"), 42])
@retry(3)
def flaky():
    "Sometimes works."
    value = next(state)
    if isinstance(value, Exception): raise value
    return value
print(flaky(), flaky.__name__, flaky.__doc__, flaky.calls, flaky.__wrapped__ is not flaky)
@retry(2, (ZeroDivisionError,))
def never(x): return x / 0
try: never(1)
except RuntimeError as e: print(e, repr(e.__cause__))

@functools.singledispatch
def show(x): return f"object {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
@show.register(tuple)
def _(x): return f"row of {len(x)}"
print(show(1), show("s"), show([1]), show(()), show(True), show.dispatch(float)(2.0))

class Lazy:
    @functools.cached_property
    def value(self):
        print("computing")
        return 7
l = Lazy()
print(l.value, l.value, l.__dict__)
add = functools.partial(lambda a, b, *, c=0: (a, b, c), 1, c=5)
print(add(2), add(3, c=9), add.args, add.keywords, functools.reduce(lambda a, b: a * 10 + b, [1, 2, 3], 9))
@functools.cache
def slow(n): print("slow", n); return n * n
print(slow(3), slow(3), slow.cache_info().hits, slow.cache_parameters())
@functools.lru_cache(maxsize=2)
def two(x, y=0): return x + y
two(1); two(1); two(2); two(3); two(1)
print(two.cache_info())
two.cache_clear(); print(two.cache_info())
def compose(*fs): return functools.reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, abs, int)("-12"), list(map(functools.partial(pow, 2), range(5))))
