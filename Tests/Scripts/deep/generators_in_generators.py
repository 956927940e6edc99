"""Suspended generators that hold each other are closed, deep or not, with or without `finally`."""
log = []


def plain(inner):
    yield inner


def careful(inner, number):
    try:
        yield inner
    finally:
        log.append(number)


def chain(make, depth):
    generator = None
    for number in range(depth):
        generator = make(generator, number)
        next(generator)
    return generator


chain(lambda inner, _: plain(inner), 500)
chain(careful, 40)
print(log)


def delegating(inner):
    try:
        yield from inner
    except GeneratorExit:
        log.append("exit")
        raise


log.clear()
g = delegating(careful(1, "inner"))
next(g)
g.close()
print(log, g.gi_frame)
h = plain(2)
next(h)
print(h.close(), list(h), h.gi_frame is None, h.gi_running)
h = plain(3)
next(h)
try:
    h.throw(KeyError("thrown"))
except KeyError as error:
    print(error)


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        print("delegate closed")


def over(iterator):
    yield from iterator


o = over(Iterator())
next(o)
del o
