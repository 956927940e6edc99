# WeakValueDictionary, WeakKeyDictionary, WeakSet.
import copy
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Thing({self.name!r})"

    def __eq__(self, other):
        return isinstance(other, Thing) and self.name == other.name

    def __hash__(self):
        return hash(self.name)


def fails(call):
    try:
        call()
    except KeyError as error:
        # Some have a weak reference, which shows addresses.
        print("KeyError", *(key for key in error.args if isinstance(key, str)))
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print("no error")


a, b, c = Thing("a"), Thing("b"), Thing("c")
values = weakref.WeakValueDictionary({"a": a}, b=b)
values["c"] = c
print(sorted(values), sorted(values.items()), len(values), "a" in values, "z" in values)
print(sorted(value.name for value in values.values()), values.get("a"), values.get("z"), values.get("z", 1))
print(sorted(values.keys()), sorted(reference().name for reference in values.valuerefs()))
del b
print(sorted(values), len(values), "b" in values)
fails(lambda: values["b"])
print(values.setdefault("a", c), values.setdefault("d", c), values.pop("d"), values.pop("d", None))
fails(lambda: values.pop("d"))
print(sorted(values.copy().items()), sorted(copy.copy(values)), sorted(copy.deepcopy(values).items()))
print(sorted((values | {"x": c}).items()), sorted(({"x": c} | values).items()))
values |= [("y", c)]
print(sorted(values), values == {"a": a, "c": c, "y": c}, values == {})
for key in values:
    values.pop("a", None)
    break
del values["y"]
print(values.popitem(), len(values))
fails(values.popitem)
fails(lambda: values.__setitem__("n", 5))
values["a"] = a
values.clear()
print(len(values), type(values).__name__)

keys = weakref.WeakKeyDictionary({a: 1})
b = Thing("b")
keys[b] = 2
print(sorted(keys.items(), key=repr), len(keys), a in keys, c in keys, 5 in keys)
print(sorted(keys.values()), sorted(keys.keys(), key=repr), sorted(r().name for r in keys.keyrefs()))
print(keys[Thing("a")], keys.get(c), keys.get(c, 0), keys.setdefault(c, 3), keys.pop(c), keys.pop(c, None))
fails(lambda: keys.pop(c))
fails(lambda: keys[5])
del b
print(len(keys), list(keys.items()))
print(list(keys.copy().items()), list((keys | {c: 4}).items()), list(copy.deepcopy(keys).items()))
del keys[a]
fails(lambda: keys.__delitem__(Thing("a")))
fails(keys.popitem)
print(len(keys))

items = weakref.WeakSet([a, c])
b = Thing("b")
items.add(b)
items.add(Thing("gone"))
print(sorted(item.name for item in items), len(items), a in items, 5 in items)
del b
print(sorted(item.name for item in items))
d = Thing("d")
others = weakref.WeakSet([c, d])


def names(found):
    return sorted(item.name for item in found)


print(names(items | others), names(items & others), names(items - others), names(items ^ others))
print(names(items.union([d])), names(items.intersection([c])), names(items.difference([c])))
print(items == weakref.WeakSet([a, c]), items == others, items != others, items.isdisjoint([d]), items.issubset([a, c, d]))
print(items <= others, weakref.WeakSet([c]) < others, others > weakref.WeakSet([c]), others >= others)
items |= others
items -= weakref.WeakSet([a])
items ^= weakref.WeakSet([c])
print(names(items))
items.discard(a)
fails(lambda: items.remove(a))
items.update([a])
items &= weakref.WeakSet([a])
print(items.pop(), len(items))
fails(items.pop)
fails(lambda: hash(items))
fails(lambda: items.add(5))
