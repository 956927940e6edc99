"""The C library's qsort, with a comparator in Python."""

import random
from ctypes import CDLL, CFUNCTYPE, POINTER, Structure, c_char, c_int, c_size_t, sizeof

libc = CDLL(None)
qsort = libc.qsort
qsort.restype = None

# Numbers.
Numbers = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
random.seed(7)
values = [random.randrange(100_000) for _ in range(10_000)]
array = (c_int * len(values))(*values)
calls = 0


@Numbers
def by_value(a, b):
    global calls
    calls += 1
    return a[0] - b[0]


qsort(array, c_size_t(len(array)), c_size_t(sizeof(c_int)), by_value)
assert list(array) == sorted(values)
print(f"{len(array)} numbers sorted: {array[0]} ... {array[-1]}, more than {calls // 10_000 * 10_000} comparisons")


# Structures, by two of their fields.
class Word(Structure):
    _fields_ = [("length", c_int), ("text", c_char * 12)]

    def key(self):
        return self.length, self.text


words = b"foreign calls from a script into any library and back again".split()
table = (Word * len(words))(*[(len(word), word) for word in words])
Words = CFUNCTYPE(c_int, POINTER(Word), POINTER(Word))


@Words
def by_length(a, b):
    left, right = a.contents.key(), b.contents.key()
    return (left > right) - (left < right)


qsort(table, c_size_t(len(table)), c_size_t(sizeof(Word)), by_length)
assert [word.key() for word in table] == sorted((len(word), word) for word in words)
print(b" ".join(word.text for word in table).decode())
