import io
import json

values = [None, True, False, 0, -1, 10**20, 1.5, -0.0, 1e100, "", "text", 'quo"te\\ \n\t\x01', "é€😀", [], {}, [1, [2]],
          {"a": 1, "b": [True, None]}, (1, 2), {1: 2, None: 3, True: 4, 1.5: 5}]
for value in values:
    print(json.dumps(value))
print(json.dumps("é€😀\x7f", ensure_ascii=False), json.dumps("\x7f\ud800"))
print(json.dumps({"b": 1, "a": [1, {"c": 2}], "e": [], "d": {}}, indent=2, sort_keys=True))
print(json.dumps([1, 2, {"x": 3}], separators=(",", ":")), json.dumps([1], indent="--"))
print(json.dumps({(1, 2): 1, "a": 2}, skipkeys=True), json.dumps([float("nan"), float("inf"), -float("inf")]))


class Point:
    def __init__(self, x):
        self.x = x


print(json.dumps(Point(3), default=lambda p: {"x": p.x}), json.dumps([Point(1), Point(2)], default=vars))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps({"s": {3, 1, 2}}, cls=Encoder))
loop = []
loop.append(loop)
for call in (lambda: json.dumps(Point(1)), lambda: json.dumps({(1,): 2}), lambda: json.dumps(loop),
             lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps({1, 2}, cls=json.JSONEncoder)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
out = io.StringIO()
json.dump({"k": [1, 2]}, out, indent=1)
print(out.getvalue())
