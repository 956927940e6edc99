from timing import measure


def run():
    values = []
    for i in range(300_000):
        values.append(i % 1000)
    total = 0
    for value in values:
        total += value
    for i in range(len(values) - 1):
        if values[i] > values[i + 1]:
            values[i], values[i + 1] = values[i + 1], values[i]
    squares = [value * value for value in values if value & 1]
    return total + len(squares) + sum(sorted(values)[:10])


measure(run)
