from timing import measure


def run():
    parts = []
    for i in range(150_000):
        parts.append(f"{i}:{i * 2:>8}")
    text = ",".join(parts)
    line = ""
    for i in range(150_000):
        line += "x"
    assert len(line) == 150_000
    words = text.replace(":", " ").split()
    return len("-".join(word.upper() for word in words[:100_000]))


measure(run)
