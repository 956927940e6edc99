"""What `baton bench` measures: for each name a function and the arguments that it is called with, from one thread and from
several, holding the lock and releasing it."""
import sample

DATA = bytes(range(256)) * 4096

benchmarks = {
    "smooth, 1 MiB": (sample.smooth, DATA),
    "Histogram.add, 1 MiB": (sample.Histogram().add, DATA),
}
