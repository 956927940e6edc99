"""A little inventory with json in and out, enum, dataclass, namedtuple and copy."""
import copy
import json
from collections import ChainMap, OrderedDict, deque, namedtuple
from dataclasses import asdict, dataclass, field, replace
from enum import Enum, Flag, auto

class Kind(Enum):
    FRUIT = "fruit"
    TOOL = "tool"
    def label(self): return self.name.title()

class Access(Flag):
    READ = auto(); WRITE = auto(); RUN = auto()

Point = namedtuple("Point", "x y", defaults=[0])

@dataclass(order=True)
class Item:
    name: str
    price: float = field(compare=False, default=0.0)
    kind: Kind = field(default=Kind.TOOL, compare=False)
    tags: list = field(default_factory=list, compare=False, repr=False)
    def __post_init__(self):
        if self.price < 0: raise ValueError(f"bad price {self.price}")

items = [Item("saw", 12.5), Item("apple", 0.3, Kind.FRUIT, ["red"]), Item("axe", 30)]
print(sorted(items), items[0] == Item("saw", 99), replace(items[0], name="file"), asdict(items[1]))
try: Item("x", -1)
except ValueError as e: print(e)

class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Enum): return {"$enum": o.name}
        if isinstance(o, Item): return vars(o)
        if isinstance(o, set): return sorted(o)
        return super().default(o)

text = json.dumps({"items": items, "set": {3, 1, 2}, "point": Point(1), "nested": {"a": [None, True, 1.5, "é\n\""]}}, cls=Encoder)
print(text)
def revive(d): return Kind[d["$enum"]] if "$enum" in d else d
back = json.loads(text, object_hook=revive)
print(back["items"][1], back["point"])
for bad in ("{", "[1,]", '{"a" 1}', "nul", '"\\x"', "[1] 2", "", '{"a": 01}', "\"\t\""):
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno)
try: json.dumps({1: object()})
except TypeError as e: print(e)
print(json.dumps({1: 1, None: 2, True: 3, 2.5: 4}), json.dumps("\u2028é", ensure_ascii=False), json.dumps([float("nan"), float("inf")]), json.dumps((1, 2), indent="\t"))
print(Kind("fruit"), Kind.TOOL.label(), list(Kind), Kind.FRUIT in Kind, Kind["TOOL"].value, repr(Kind.TOOL))
try: Kind("none")
except ValueError as e: print(e)
rw = Access.READ | Access.WRITE
print(rw, Access.RUN in rw, rw & Access.READ, ~Access.READ, bool(rw & Access.RUN), rw.value)
p = Point(3, 4)
print(p, p._replace(x=5), p._asdict(), p + (1,), Point._fields, [*p], p.x * p.y, p == (3, 4))
deep = copy.deepcopy(items)
deep[1].tags.append("sour")
shallow = copy.copy(items[1])
shallow.tags.append("big")
print(items[1].tags, deep[1].tags, shallow == items[1])
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(cm["a"], cm["b"], dict(cm), len(cm), cm.new_child({"c": 4})["c"])
od = OrderedDict(a=1, b=2, c=3); od.move_to_end("a"); print(od, od.popitem(last=False), list(reversed(od)))
dq = deque(range(5), maxlen=3); dq.appendleft(9); dq.rotate(1); print(dq, dq[0], list(dq)[1:], dq.maxlen)
