def numbers():
    yield 1
    yield 1 // 0


def use():
    total = 0
    for n in numbers():
        total += n
    return total


print(max(
    use(),
    1,
))
