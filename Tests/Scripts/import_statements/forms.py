# Every form of the import statement.
import math, os.path as p, sys
import os.path
from math import pi, floor as fl
from math import (ceil, sqrt,)
from os import path
import collections.abc
print(math.floor(2.5), p.basename("/a/b"), fl(2.5), ceil(2.1), sqrt(16), path is os.path is p, sys.modules["math"] is math, collections.abc.Iterable.__name__, pi)
def f():
    import json
    from functools import reduce as r
    return json.dumps([1]), r(lambda a, b: a + b, [1, 2, 3])
print(f(), "json" in globals())
class C:
    import math as m
    from math import e
print(C.m.pi, C.e)
for s in ["import nonexistent_mod", "from math import nope", "from nonexistent_mod import x", "import math.nope", "from os.path import nope_x", "from . import x", "from .. import y", "from .mod import z", "from math import *; print('all', pi)", "import sys as sys2; print(sys2 is sys)"]:
    try: exec(s)
    except Exception as e: print(s, "->", type(e).__name__, str(e).split(": ")[0].split(" (")[0], getattr(e, "name", None))
