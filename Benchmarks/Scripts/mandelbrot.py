from timing import measure


def run():
    inside = 0
    size = 96
    for row in range(size):
        imaginary = 2.0 * row / size - 1.0
        for column in range(size):
            real = 3.0 * column / size - 2.0
            x = y = 0.0
            for _ in range(50):
                x, y = x * x - y * y + real, 2.0 * x * y + imaginary
                if x * x + y * y > 4.0:
                    break
            else:
                inside += 1
    return inside


measure(run)
