# __missing__, overridden methods, and what ignores them.
class M(dict):
    def __missing__(self, key):
        print("missing", key)
        return key * 2
    def __setitem__(self, k, v): super().__setitem__(k, ("set", v))
m = M(a=1)
m["b"] = 2
print(m["zz"], m, m.get("q"), "q" in m, m.setdefault("s", 5), m); m.update(u=1); print(m, dict(m), {**m}, type(m.copy()), type(m | {}), len(m), M.fromkeys("ab"))
class G(dict):
    def __getitem__(self, k): return "got"
    def __iter__(self): return iter(["iter"])
    def keys(self): return ["k1"]
g = G(x=1)
print(g["a"], g.get("x"), list(g), dict(g), {**g}, list(g.items()), "%(any)s" % g, "{any}".format_map(g), (lambda **k: k)(**g), [*g])
class Map:
    def keys(self): return ["p", "q"]
    def __getitem__(self, k): return k.upper()
print(dict(Map()), {**Map()}, (lambda **k: k)(**Map()), dict(Map(), z=1))
d = {}; d.update(Map()); print(d)
g.attr = 1
print(g.__dict__, isinstance(g, dict))
