from timing import measure


class Counter:
    def __init__(self):
        self.count = 0

    def step(self, amount):
        self.count += amount
        return self

    def value(self):
        return self.count


def run():
    counter = Counter()
    for _ in range(400_000):
        counter.step(1)
        counter.step(2).value()
    assert counter.value() == 1_200_000


measure(run)
