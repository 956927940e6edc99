"""A package of ships."""

from .ships import Ship
from . import engines

__all__ = ["Ship", "docks"]
harbour = "north"
