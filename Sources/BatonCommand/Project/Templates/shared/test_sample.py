"""The tests of sample. `baton test` runs each function test_… again and again, from many threads too, so a test uses no
global state of its own."""
import threading

import sample


def pattern(size):
    return bytes((i * i + 7 * i) % 256 for i in range(size))


def smoothed(data, radius):
    """What sample.smooth promises, the slow way."""
    last = len(data) - 1
    width = 2 * radius + 1
    result = bytearray()
    for middle in range(len(data)):
        around = [data[min(max(i, 0), last)] for i in range(middle - radius, middle + radius + 1)]
        result.append(sum(around) // width)
    return bytes(result)


def raises(kind, function, *args):
    try:
        function(*args)
    except kind:
        return True
    return False


def in_threads(count, work):
    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_smooth_gives_the_mean_of_the_neighbours():
    # Below and above the size from which the lock is put down.
    for size in (0, 1, 2, 100, 4095, 4096):
        data = pattern(size)
        assert sample.smooth(data) == smoothed(data, 2), size
    data = pattern(50)
    for radius in (0, 1, 7, 60, 1000):
        assert sample.smooth(bytearray(data), radius) == smoothed(data, radius), radius


def test_smooth_gives_each_thread_its_own_result():
    data = pattern(5000)
    expected = sample.smooth(data)
    wrong = []

    def work():
        for _ in range(20):
            if sample.smooth(data) != expected:
                wrong.append(True)

    in_threads(4, work)
    assert not wrong


def test_smooth_refuses_what_it_cannot_use():
    assert raises(TypeError, sample.smooth)
    assert raises(TypeError, sample.smooth, "text")
    assert raises(ValueError, sample.smooth, b"bytes", -1)
    assert raises(ValueError, sample.smooth, b"bytes", 1001)


def test_smooth_pins_its_argument():
    # Nobody can take the memory away while smooth reads it; after the call it is free again.
    data = bytearray(pattern(100))
    sample.smooth(data)
    data.clear()
    assert sample.smooth(data) == b""


def test_histogram_counts():
    histogram = sample.Histogram()
    histogram.add(b"aab")
    histogram.add(bytearray(b"a"))
    assert histogram.count(ord("a")) == 3
    assert histogram.count(0) == 0
    assert histogram.total() == 4


def test_histogram_loses_nothing_when_many_threads_feed_it():
    histogram = sample.Histogram()
    data = pattern(5000)

    def work():
        for _ in range(20):
            histogram.add(data)

    in_threads(4, work)
    assert histogram.total() == 4 * 20 * len(data)
    assert histogram.count(data[0]) == 4 * 20 * data.count(data[0])


def test_histogram_refuses_what_it_cannot_use():
    histogram = sample.Histogram()
    assert raises(TypeError, histogram.add, "text")
    assert raises(ValueError, histogram.count, 256)
    assert raises(ValueError, histogram.count, -1)
