# Compare the module with Python's own words, from one thread and from many. usage: baton test_wordcount.py
import random
import threading

import wordcount

generator = random.Random(7)


def text(size):
    return bytes(generator.choice(b"abc  \t\n\x0b\x0c\rxyz") for _ in range(size))


def frequencies(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


# Below and above the size from which the lock is put down.
for size in (0, 1, 2, 100, 8191, 8192, 20000):
    data = text(size)
    assert wordcount.count(data) == len(data.split()), size
    assert wordcount.frequencies(bytearray(data)) == frequencies(data.split()), size

counter = wordcount.Counter()
parts = [text(10000) for _ in range(8)]
threads = [threading.Thread(target=counter.add, args=(part,)) for part in parts]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
words = [word for part in parts for word in part.split()]
counts = frequencies(words)
assert counter.total() == len(words)
expected = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:10]
assert counter.most_common(10) == [list(item) for item in expected]

for wrong in (lambda: wordcount.count("text"), lambda: wordcount.count(), lambda: counter.most_common("ten")):
    try:
        wrong()
    except TypeError:
        pass
    else:
        raise AssertionError("no TypeError")

print("wordcount: all as Python counts")
