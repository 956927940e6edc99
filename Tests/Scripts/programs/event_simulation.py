"""A discrete event simulation with heapq, generators as processes, and statistics."""
import heapq
import itertools
import random
from collections import defaultdict

class Simulation:
    def __init__(self):
        self.now, self.queue, self.counter, self.log = 0, [], itertools.count(), []
    def process(self, generator, delay=0):
        heapq.heappush(self.queue, (self.now + delay, next(self.counter), generator))
    def run(self, until=float("inf")):
        while self.queue and self.queue[0][0] <= until:
            self.now, _, process = heapq.heappop(self.queue)
            try:
                wait = process.send(None)
            except StopIteration as stop:
                self.log.append((self.now, "end", stop.value))
            else:
                self.process(process, wait)

class Machine:
    def __init__(self, sim, capacity):
        self.sim, self.free, self.waiting, self.served = sim, capacity, [], defaultdict(int)
    def use(self, who, duration):
        while not self.free:
            self.waiting.append(who)
            yield 1
            self.waiting.remove(who)
        self.free -= 1
        try:
            yield duration
        finally:
            self.free += 1
            self.served[who] += 1

def customer(sim, machine, name, visits):
    total = 0
    for v in range(visits):
        start = sim.now
        yield from machine.use(name, 2 + v)
        total += sim.now - start
        yield 1
    return name, total

sim = Simulation()
machine = Machine(sim, 2)
for i, name in enumerate(["ann", "bob", "cid"]):
    sim.process(customer(sim, machine, name, 2 + i % 2), delay=i)
sim.run(until=6)
print(sim.now, machine.free, machine.waiting, len(sim.queue))
sim.run()
print(*sim.log, sep="\n")
print(dict(machine.served), machine.free, sim.now)

rng = random.Random(42)
print([rng.randint(1, 6) for _ in range(10)], rng.choice("abc"), rng.sample(range(20), 4), round(rng.random(), 12))
deck = list(range(10)); rng.shuffle(deck)
print(deck, rng.uniform(1, 2) < 2, round(rng.gauss(0, 1), 9), rng.choices("xyz", weights=[1, 2, 3], k=5), rng.randrange(0, 100, 7))
random.seed("text"); print(random.getrandbits(40), random.random())
walk = list(itertools.accumulate((1 if rng.random() < 0.5 else -1 for _ in range(20)), initial=0))
print(walk, max(walk), min(walk))
