from functools import cache, cached_property, lru_cache

calls = []


@lru_cache(maxsize=2)
def square(x):
    calls.append(x)
    return x * x


print([square(x) for x in (1, 2, 1, 3, 1, 2)], calls)
print(square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__name__, square.__wrapped__(9))


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().currsize)


@lru_cache(typed=True)
def kind(x, y=0):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind(1, y=1), kind.cache_info())


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @cached_property
    def area(self):
        """The area."""
        print("computed")
        return 3 * self.radius**2


circle = Circle(2)
print(circle.area, circle.area, circle.__dict__, Circle.area.__doc__)
del circle.area
circle.radius = 3
print(circle.area)
