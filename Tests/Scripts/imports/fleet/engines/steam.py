from . import DEFAULT
from .. import __doc__ as package_doc


def power(level):
    return level * DEFAULT


if __name__ == "__main__":
    print("run as a program")
