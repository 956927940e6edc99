import sys

import fleet
import fleet.docks as docks
from fleet import Ship, engines
from fleet.engines import steam
from fleet.engines.steam import power as strength

print(fleet.__name__, fleet.__doc__, fleet.__package__, fleet.__file__.endswith("fleet/__init__.py"), len(fleet.__path__))
print(Ship("ann").speed(), engines.DEFAULT, steam.power(2), strength(3), steam.__package__, steam.package_doc)
print(docks.place, fleet.ships is sys.modules["fleet.ships"], docks.ships_by_name is fleet.ships)
print(sorted(name for name in sys.modules if name.startswith("fleet")))
from fleet import *

print(docks.place, "engines" in dir())
try:
    docks.beyond()
except ImportError as error:
    print(error)
try:
    from fleet import nowhere
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0], error.name)
try:
    import fleet.missing
except ModuleNotFoundError as error:
    print(type(error).__name__, error.name)
try:
    import fleet.ships.deeper
except ModuleNotFoundError as error:
    print(error)
import empty_space.inner.leaf

print(empty_space.inner.leaf.where)
print(__name__, __package__, __spec__, __file__.endswith("packages.py"), sys.path[0].endswith("imports"))
print(fleet.__spec__.name, fleet.__spec__.parent, steam.__spec__.parent, steam.__spec__.name)
