import sys

import ring_one
import ring_two

print(ring_one.other(), ring_two.early)
try:
    import broken_ring_one
except AttributeError as error:
    print(type(error).__name__)
print("broken_ring_one" in sys.modules, "broken_ring_two" in sys.modules)
try:
    import raises_inside
except ValueError as error:
    print(error, "raises_inside" in sys.modules)
try:
    import has_errors
except SyntaxError as error:
    print(error.msg, error.lineno, error.filename.endswith("has_errors.py"))
import replaces_itself

print(replaces_itself.answer)
import lazy_names
from lazy_names import made

print(made, lazy_names.made, dir(lazy_names))
try:
    lazy_names.unknown
except AttributeError as error:
    print(error)
try:
    from lazy_names import other_unknown
except ImportError as error:
    print(str(error).split(" (")[0])
sys.modules["blocked"] = None
try:
    import blocked
except ModuleNotFoundError as error:
    print(error)
first = sys.modules.pop("ring_two")
import ring_two

print(ring_two is first, ring_two.value)
module = __import__("fleet.engines")
print(module.__name__, __import__("fleet.engines", fromlist=["steam"]).__name__)
import types

made_here = types.ModuleType("made_here", "A module.")
made_here.x = 1
sys.modules["made_here"] = made_here
import made_here as again

print(again.x, again.__doc__, again)
