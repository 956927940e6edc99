"""What is nested deep ends in RecursionError or in a result, and is freed."""
import json
from collections import deque

DEPTH = 100_000


def nested(make):
    value = make(None)
    for _ in range(DEPTH):
        value = make(value)
    return value


def attempt(what, action):
    try:
        action()
    except RecursionError as error:
        print(what, type(error).__name__, str(error)[:32])
    else:
        print(what, "has a result")


makers = {
    "list": lambda x: [x],
    "tuple": lambda x: (x,),
    "dict": lambda x: {1: x},
    "frozenset": lambda x: frozenset([x]),
    "deque": lambda x: deque([x]),
}
for name, make in makers.items():
    left, right = nested(make), nested(make)
    attempt(f"repr of {name}", lambda: repr(left))
    attempt(f"equality of {name}", lambda: left == right)
    del left, right
attempt("json out", lambda: json.dumps(nested(lambda x: [x])))
attempt("json in", lambda: json.loads("[" * DEPTH + "]" * DEPTH))
