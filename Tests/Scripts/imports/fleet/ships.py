from .engines.steam import power
from .engines import DEFAULT


class Ship:
    def __init__(self, name):
        self.name = name

    def speed(self):
        return power(DEFAULT)
