from timing import measure


def run():
    counts = {}
    for i in range(300_000):
        key = i % 5003
        counts[key] = counts.get(key, 0) + 1
    names = {f"name{i}": i for i in range(20_000)}
    total = 0
    for _ in range(5):
        for name, value in names.items():
            if name in names:
                total += names[name] - value
    for key in counts:
        total += counts[key]
    assert total == 300_000


measure(run)
