"""The rows on foreign calls, under `baton` and `python3`: foreign.py ROW [WORK.so] [ARGUMENT...] prints figures."""

import ctypes
import random
import sys
import threading
import time
from ctypes import CDLL, CFUNCTYPE, POINTER, PyDLL, c_int, c_long, c_size_t, c_uint64

clock = time.perf_counter


def per_call(function, argument, count, rounds=5):
    """Nanoseconds a call, the loop included: the median of some rounds."""
    def loop():
        for _ in range(count):
            function(argument)
    times = []
    loop()
    for _ in range(rounds):
        start = clock()
        loop()
        times.append(clock() - start)
    return sorted(times)[rounds // 2] * 1e9 / count


def labs(kind, count=100_000):
    library = {"CDLL": CDLL, "PyDLL": PyDLL}[kind](None)
    return [per_call(library.labs, -5, count)]


def typed_labs(kind, count=100_000):
    library = {"CDLL": CDLL, "PyDLL": PyDLL}[kind](None)
    library.labs.argtypes = [c_long]
    library.labs.restype = c_long
    return [per_call(library.labs, -5, count)]


def lazy_hold(count=100_000):
    """A call under `lazy`, and one under `hold`, in turn."""
    lazy, hold = CDLL(None, release="lazy").labs, CDLL(None, release="hold").labs
    pairs = [(per_call(lazy, -5, count, 1), per_call(hold, -5, count, 1)) for _ in range(9)]
    pairs.sort(key=lambda pair: pair[0] - pair[1])
    return list(pairs[len(pairs) // 2])


def qsort():
    libc = CDLL(None)
    compare = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))(lambda a, b: a[0] - b[0])
    random.seed(3)
    values = [random.randrange(1 << 30) for _ in range(10_000)]
    times = []
    for _ in range(2):
        array = (c_int * len(values))(*values)
        start = clock()
        libc.qsort(array, c_size_t(len(values)), c_size_t(4), compare)
        times.append(clock() - start)
        assert list(array) == sorted(values)
    return [min(times) * 1e9]


def callback(work, count=50_000):
    """A callback from a thread of a library, and the same function called by a loop of C on a thread that is attached."""
    def body(x):
        return x
    run = CDLL(work).call_from_thread
    run.restype = c_uint64
    there = min(run(CFUNCTYPE(c_int, c_int)(body), count) for _ in range(3)) / count
    return [there, min(per_call(body, 0, count, 1) for _ in range(3))]


def calibrated(work, ns):
    """How many rounds of `spin` take so long."""
    spin = CDLL(work).spin
    spin.argtypes, spin.restype = [c_uint64], c_uint64
    best = 1e9
    for _ in range(5):
        start = clock()
        spin(2_000_000)
        best = min(best, clock() - start)
    return max(1, int(ns / (best * 1e9 / 2_000_000)))


def policies(work, ns, beside, seconds=0.04):
    """What the caller and a busy thread do a second under each policy, as shares of what each does alone, added up."""
    rounds = calibrated(work, float(ns))
    stop = False
    busy_count = 0

    def busy():
        nonlocal busy_count
        while not stop:
            for _ in range(100):
                busy_count += 1

    def measure(policy, seconds, with_caller=True, with_busy=True):
        nonlocal stop, busy_count
        library = CDLL(work, **({"release": policy} if policy else {}))
        spin = library.spin
        spin.argtypes, spin.restype = [c_uint64], c_uint64
        batch = max(1, int(200_000 / float(ns)))
        for _ in range(40):
            spin(rounds)
        stop, busy_count = False, 0
        thread = threading.Thread(target=busy)
        if with_busy:
            thread.start()
        calls = 0
        start = clock()
        end = start + seconds
        if with_caller:
            while clock() < end:
                for _ in range(batch):
                    spin(rounds)
                calls += batch
        else:
            time.sleep(seconds)
        taken = clock() - start
        stop = True
        if with_busy:
            thread.join()
        return calls / taken, busy_count / taken

    names = ["hold", "release", "lazy", "auto"] if policies_known else [None]
    if beside == "alone":
        rates = {name: [] for name in names}
        for name in names * 3:
            rates[name].append(measure(name, seconds, with_busy=False)[0])
        return [max(rates[name]) for name in names]
    alone = max(measure(names[0], seconds, with_busy=False)[0] for _ in range(2))
    busy_alone = max(measure(names[0], seconds, with_caller=False)[1] for _ in range(2))
    scores = {name: [] for name in names}
    for name in names * 2:
        caller, other = measure(name, seconds * 2)
        scores[name].append(caller / alone + other / busy_alone)
    return [sum(scores[name]) / 2 for name in names]


policies_known = hasattr(ctypes, "report")

if __name__ == "__main__":
    print(*["%.6g" % figure for figure in globals()[sys.argv[1]](*sys.argv[2:])])
