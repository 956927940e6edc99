import sys


class Thing:
    def __init__(self):
        self.number = 1


counter = 5
for act in (lambda: conter, lambda: Thing().numbr, lambda: prnt(1)):
    try:
        act()
    except (NameError, AttributeError) as error:
        print(error)
Thing().nmber
