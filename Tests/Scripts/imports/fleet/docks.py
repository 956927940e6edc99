import fleet.ships as ships_by_name

from . import harbour

place = f"{harbour} dock of {__package__}"


def beyond():
    from ... import nothing
