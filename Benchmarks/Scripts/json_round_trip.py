import json

from timing import measure

RECORD = {
    "name": "a record",
    "numbers": list(range(50)),
    "floats": [i / 7 for i in range(20)],
    "nested": {"flag": True, "none": None, "text": 'with "quotes" and \\ and é'},
    "list": [{"id": i, "tags": ["a", "b"]} for i in range(20)],
}


def run():
    for _ in range(300):
        text = json.dumps(RECORD)
        assert json.loads(text) == RECORD


measure(run)
