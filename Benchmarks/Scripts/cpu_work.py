from timing import measure


def cpu_work():
    total = 0
    for i in range(10_000_000):
        total += i
    return total


measure(cpu_work, warms_up=False)
