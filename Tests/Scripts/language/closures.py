# Cells, nonlocal, global, scopes of comprehensions and classes.
def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


first, second = counter(), counter()
print(first(), first(), second(), first(10), first.__closure__[0].cell_contents)


def late():
    functions = []
    for i in range(3):
        functions.append(lambda: i)
    return [f() for f in functions]


print(late())


def parameter(x):
    def inner():
        return x

    x += 1
    return inner()


print(parameter(1))


def unbound():
    def inner():
        return value

    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    value = 1
    print(inner())
    del value
    try:
        print(value)
    except UnboundLocalError as error:
        print(error)


unbound()
total = 0


def use_global():
    global total, made
    total += 5
    made = "here"


use_global()
print(total, made)


def local():
    try:
        print(missing)
        missing = 1
    except UnboundLocalError as error:
        print(error)


local()
try:
    undefined_name
except NameError as error:
    print(error, error.name)
x = "global"


class Scope:
    x = "class"
    seen = x
    inner = [x for _ in range(1)]

    def method(self):
        return x


print(Scope.seen, Scope.inner, Scope().method())
print([y for y in range(3) if y], {y: y * y for y in range(3)}, {y % 2 for y in range(5)}, list(y for y in "ab"))
print([(a, b) for a in range(3) for b in range(a)], [[c for c in range(d)] for d in range(3)])
del x
try:
    x
except NameError as error:
    print(error)
try:
    del x
except NameError as error:
    print(error)


def outer():
    a = 1

    def middle():
        def inner():
            nonlocal a
            a += 1
            return a

        return inner

    return middle()(), a


print(outer())
print((lambda: [z := 5, z])())
