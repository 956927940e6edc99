from collections import ChainMap, OrderedDict, UserDict, UserList, defaultdict

groups = defaultdict(list)
for word in "one two three four five six".split():
    groups[len(word)].append(word)
print(groups, dict(groups), groups.default_factory)
try:
    defaultdict()["missing"]
except KeyError as error:
    print("KeyError", error)
try:
    defaultdict(3)
except TypeError as error:
    print(error)
print(defaultdict(int, a=1) | {"b": 2})
order = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
order.move_to_end("a")
order.move_to_end("c", last=False)
print(order, list(order), order.popitem(), order.popitem(last=False), order)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1})
chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(chain["a"], chain["b"], sorted(chain), len(chain), chain.new_child({"c": 4}), chain.parents)
chain["b"] = 9
print(chain, chain.maps)
try:
    del chain["zzz"]
except KeyError as error:
    print(error)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


lower = Lower({"A": 1}, B=2)
lower.update(C=3)
print(lower, "a" in lower, lower.pop("b"), lower.get("zz", 0), len(lower))


class Twice(UserList):
    def append(self, item):
        super().append(item)
        super().append(item)


twice = Twice([1])
twice.append(2)
print(twice, twice[1:], twice + [3], len(twice), twice.index(2))
