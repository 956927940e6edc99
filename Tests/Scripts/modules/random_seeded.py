import random

random.seed(42)
print([random.random() for _ in range(4)])
print([random.randrange(100) for _ in range(8)], random.randint(1, 6), random.randrange(0, 100, 7))
row = list(range(12))
random.shuffle(row)
print(row, random.choice("abcdef"), random.sample(range(1000), 5), random.sample(["x", "y", "z"], 2))
print(random.choices("abc", k=6), random.choices([1, 2, 3], weights=[1, 0, 5], k=6))
print(random.getrandbits(5), random.getrandbits(100), random.randbytes(6))
print(random.uniform(2, 3), random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(0, 1))
print(random.expovariate(2), random.triangular(0, 1, 0.3), random.betavariate(2, 3), random.gammavariate(0.5, 2))
print(random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 4), random.lognormvariate(0, 1))
for seed in (0, 1, -5, 2**70, "text", b"bytes", 3.5, True):
    random.seed(seed)
    print(repr(seed)[:20], random.random(), random.getrandbits(40))
r = random.Random(9)
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], state[0], len(state[1]))
random.seed(3)
print(random.sample([1, 2, 3], 4, counts=[2, 1, 3]), random.sample(range(10**9), 3))
for call in (lambda: random.randrange(0), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randint(5, 1),
             lambda: random.seed([]), lambda: random.randrange(1, 10, 0), lambda: random.sample({1, 2}, 1)):
    try:
        call()
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
