from functools import cmp_to_key, singledispatch, singledispatchmethod, total_ordering, update_wrapper, wraps


def loud(function):
    @wraps(function)
    def wrapper(*args):
        return function(*args).upper()

    return wrapper


@loud
def greet(name):
    """Say hello."""
    return "hello " + name


print(greet("you"), greet.__name__, greet.__doc__, greet.__wrapped__("x"))
print(sorted([3, -1, 2], key=cmp_to_key(lambda a, b: b - a)))
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(a) - len(b))))


@total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


a, b = Version(1, 2), Version(1, 3)
print(a < b, a <= b, a > b, a >= b, a == b, a != b)
try:

    @total_ordering
    class Nothing:
        pass

except ValueError as error:
    print(error)


@singledispatch
def describe(value):
    return "something"


@describe.register
def _(value: int):
    return f"int {value}"


@describe.register(list)
def _(value):
    return f"list of {len(value)}"


print(describe(3), describe([1, 2]), describe("x"), describe(True), describe.dispatch(bool)(0))


class Formatter:
    @singledispatchmethod
    def format(self, value):
        return f"<{value}>"

    @format.register
    def _(self, value: int):
        return f"{value:04d}"


print(Formatter().format(7), Formatter().format("s"))
