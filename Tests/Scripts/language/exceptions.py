# Raising, catching, finally, chains, with.
def raising(kind):
    try:
        if kind:
            raise kind
        return "none"
    except ValueError as error:
        return "value", error.args
    except (KeyError, IndexError) as error:
        return type(error).__name__, error.args
    else:
        return "else"
    finally:
        print("finally", kind)


for kind in (None, ValueError, ValueError("a", 1), KeyError("k"), IndexError):
    print(raising(kind))
try:
    raising(TypeError("through"))
except TypeError as error:
    print(error)


def override():
    try:
        return 1
    finally:
        return 2


def loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
    else:
        print("not reached")
    return i


print(override(), loop())


def chained():
    try:
        try:
            raise ValueError("first")
        except ValueError as error:
            raise KeyError("second") from error
    except KeyError as error:
        return repr(error.__cause__), repr(error.__context__), error.__suppress_context__


def implicit():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            undefined
    except NameError as error:
        return repr(error.__context__), error.__cause__, error.__suppress_context__


def suppressed():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise ValueError("v") from None
    except ValueError as error:
        return repr(error.__context__), error.__cause__, error.__suppress_context__


print(chained(), implicit(), suppressed())
for act in (lambda: (_ for _ in ()).throw(1), lambda: None):
    try:
        act()
    except TypeError as error:
        print(error)


def wrong(kind):
    try:
        raise kind
    except TypeError as error:
        print(error)


wrong(1)
wrong("x")
wrong(int)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as error:
    print(error)
try:
    raise
except RuntimeError as error:
    print(error)


class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", kind and kind.__name__, value, traceback is not None)
        return self.swallow


with Manager(True) as m:
    print(m.swallow)
    raise ValueError("inside")
with Manager(False), Manager(True):
    pass
try:
    with Manager(False):
        raise KeyError("out")
except KeyError as error:
    print("caught", error)


def returning():
    with Manager(False):
        return "value"


print(returning())
try:
    with 5:
        pass
except TypeError as error:
    print(error)
try:
    error
except NameError as e:
    print(e)


class Own(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


try:
    raise Own(5)
except Own as error:
    print(error, error.code, repr(error))


def nested():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise KeyError(2)
        except KeyError:
            pass
        import sys

        return repr(sys.exception())


print(nested())


def reraising():
    try:
        try:
            raise ValueError("again")
        except ValueError:
            raise
    except ValueError as error:
        depth, place = 0, error.__traceback__
        while place:
            depth, place = depth + 1, place.tb_next
        return depth


print(reraising())
try:
    assert 1 == 2, "not equal"
except AssertionError as error:
    print(error)
try:
    a, b = 1, 2, 3
except ValueError as error:
    print(error)
for value in ([1], (1, 2, 3), "ab", {1: 2, 3: 4}, 5, iter([1])):
    try:
        a, b = value
        print(a, b)
    except (TypeError, ValueError) as error:
        print(error)
head, *tail = range(5)
*init, last = "abc"
p, *q, r = [1, 2]
print(head, tail, init, last, p, q, r)
try:
    s, *t, u = [1]
except ValueError as error:
    print(error)
