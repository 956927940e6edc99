import io
import json

texts = ["null", " true ", "[1, 2.5, -3e2, 0]", '{"a": {"b": [1, {"c": null}]}}', '"\\u00e9\\ud83d\\ude00\\n\\/"', "[]", "{}", "1E5",
         "[NaN, Infinity, -Infinity]", '"plain"', "12345678901234567890", "-0", "-0.0"]
for text in texts:
    print(json.loads(text))
print(json.loads(b'{"x": "\xc3\xa9"}'), json.loads(bytearray(b"[1]")), json.load(io.StringIO("[1, 2]")))
print(json.loads('{"a": 1, "b": 2}', object_pairs_hook=list), json.loads('[1.5, 2]', parse_float=str, parse_int=lambda s: s * 2))
print(json.loads('{"x": {"y": 1}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"a": 1, "a": 2}'))
bad = ["", "[", "[1,", "[1,]", '{"a"', '{"a":', '{"a":1,}', "{1:2}", "tru", '"abc', '"a\nb"', '"\\x"', '"\\u12"', "[1] 2", "01", "-",
       "1.", '{"a" 1}', "[1 2]", "\ufeff[]", "{,}", "'a'"]
for text in bad:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error, error.pos, error.lineno, error.colno)
try:
    json.loads(3)
except TypeError as error:
    print(error)
data = {"list": [1, 2.5, "x", None, True], "nested": {"deep": [[[]]]}, "text": "é\u2028\"\\"}
print(json.loads(json.dumps(data)) == data, json.JSONDecoder().raw_decode("[1] rest"))
