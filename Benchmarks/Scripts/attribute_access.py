from timing import measure


class Point:
    scale = 2

    def __init__(self, x, y):
        self.x = x
        self.y = y


def run():
    point = Point(1, 2)
    total = 0
    for _ in range(600_000):
        total += point.x + point.y * point.scale
        point.x = point.y
        point.y = 2
    return total


measure(run)
