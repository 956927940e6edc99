import json
from json.decoder import JSONDecoder, scanstring
from json.encoder import JSONEncoder, encode_basestring, encode_basestring_ascii

bad = ['"\\u1234', '"\\u123', '"\\ud83d\\u12"', '"\\ud83d\\ude00', '"\\', '"', '"\\u', "-Infinity", "-Inf", "nul", "1e", "1e+", "1.e5", "-a",
       "[1,,2]", '{"a":1,,}', "{", '{"a":1', "[[[", "\t[1 , 2 ]\n x", '{"a"\n:\r1}', "0123", "[0]0", "\x00", '"\x1f"', '"\ud800"']
for text in bad:
    try:
        print(ascii(text), ascii(json.loads(text)))
    except ValueError as error:
        print(ascii(text), type(error).__name__, ascii(error))
print(json.loads('"tab\there"', strict=False) if True else None)
print(scanstring('"abc" rest', 1), scanstring('x\\n"', 0, False))
for arguments in ((5, 1), ("abc", "x"), ("abc", 9), ("abc", -1)):
    try:
        print(scanstring(*arguments))
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
print(json.loads('[{"name": "a", "nick": "b"}, {"name": "c", "nick": "d"}, {"": 1, "é": 2, "€": 3}]'))
print(json.loads("[1, 2.5, NaN]", parse_constant=lambda name: name.lower(), parse_float=lambda text: text + "!"))
print(json.loads('{"b": 1, "a": {"c": 2}}', object_pairs_hook=lambda pairs: tuple(pairs), object_hook=lambda d: 1))
print(json.loads("123456789012345678"), json.loads("-123456789012345678"), json.loads("1234567890123456789"), json.loads("1e400"))
print(JSONDecoder().raw_decode("  [1]", 2), JSONDecoder(strict=False).decode('"\x01"') == "\x01")
try:
    JSONDecoder().raw_decode("[1]", -1)
except ValueError as error:
    print(error)
print(encode_basestring('a"\\\n\x7fé€😀\x00'), encode_basestring_ascii('a"\\\n\x7fé€😀\x00'))
for value in ("x", 5):
    try:
        print(encode_basestring_ascii(value))
    except TypeError as error:
        print(type(error).__name__)


class Text(str):
    pass


class Number(int):
    def __repr__(self):
        return "not this"


class Real(float):
    def __repr__(self):
        return "nor this"


class Table(dict):
    pass


class Row(list):
    pass


print(json.dumps([Text("t"), Number(5), Real(2.5), Table(a=1), Row([1, 2]), Table(), Row()]))
print(json.dumps({Text("k"): 1, Number(6): 2, Real(0.5): 3, False: 4, None: 5}))
print(json.dumps({"é": "€", "x": [1.0, 1e-7, 1e22, -0.0]}, ensure_ascii=False, indent=None, separators=(" ; ", " = ")))
print(json.dumps([[], {}, [[]], {"a": {}}, [1, [2, [3]]]], indent=3))
print(json.dumps({"b": 2, "a": 1, "c": [3, 1]}, sort_keys=True, indent="\t"))
try:
    print(json.dumps({1: 1, "a": 2}, sort_keys=True))
except TypeError as error:
    print(error)
shared = [1]
print(json.dumps([shared, shared, {"s": shared}]))
table = {}
table["self"] = [table]
for check in (True, False):
    try:
        print(json.dumps(table, check_circular=check))
    except (ValueError, RecursionError) as error:
        print(type(error).__name__)
try:
    json.loads("[" * 100_000)
except RecursionError:
    print("too deep")


class Encoder(JSONEncoder):
    def default(self, o):
        return [o.real, o.imag] if hasattr(o, "imag") else super().default(o)

    def iterencode(self, o, _one_shot=False):
        yield "<"
        yield from super().iterencode(o, _one_shot)
        yield ">"


print(json.dumps([1, 2], cls=Encoder), "".join(JSONEncoder(indent=1).iterencode({"a": [1]})))
try:
    json.dumps([object()], cls=Encoder, skipkeys=True)
except TypeError as error:
    print(error)
changing = [1, 2, 3]


def shrink(value):
    changing.clear()
    return "gone"


changing[1] = {1}
print(json.dumps(changing, default=shrink), changing)
