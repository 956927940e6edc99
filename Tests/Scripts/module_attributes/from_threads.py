"""Threads call a module's function while others rebind, delete and set it: each call sees one of them, whole."""

import threading
import types

module = types.ModuleType("module")
start = threading.Barrier(4)
wrong = []


def first(x):
    return ("first", x)


def second(x):
    return ("second", x)


module.function = first
module.pair = (0, 0)


def call():
    start.wait()
    for number in range(20_000):
        try:
            name, x = module.function(number)
        except AttributeError:
            continue
        if x != number or name not in ("first", "second", "third"):
            wrong.append((name, x))
        left, right = module.pair
        if left != right:
            wrong.append((left, right))


def change():
    start.wait()
    for number in range(5_000):
        module.function = second
        module.pair = (number, number)
        vars(module)["function"] = first
        del module.function
        module.function = lambda x: ("third", x)
        setattr(module, f"other{number % 50}", number)
        if number % 100 == 99:
            for other in range(50):
                delattr(module, f"other{other}")


threads = [threading.Thread(target=body) for body in (call, call, change, call)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(wrong, module.function("end"), sorted(name for name in vars(module) if not name.startswith("_")))
