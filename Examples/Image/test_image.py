# Compare the kernels with slow Python ones, from one thread and from many. usage: baton test_image.py
import random
import threading

import image

generator = random.Random(3)


def frame_of(width, height, channels):
    return bytes(generator.randrange(256) for _ in range(width * height * channels))


def clamp(value, last):
    return 0 if value < 0 else last if value > last else value


def gray(frame):
    return bytes((299 * frame[i] + 587 * frame[i + 1] + 114 * frame[i + 2] + 500) // 1000 for i in range(0, len(frame), 3))


def blur(frame, width, height, channels, radius):
    out = bytearray()
    side = range(-radius, radius + 1)
    area = (2 * radius + 1) ** 2
    for y in range(height):
        for x in range(width):
            for c in range(channels):
                total = 0
                for dy in side:
                    row = clamp(y + dy, height - 1) * width
                    for dx in side:
                        total += frame[(row + clamp(x + dx, width - 1)) * channels + c]
                out.append((total + area // 2) // area)
    return bytes(out)


def place(index, old, new):
    centre = (index + 0.5) * old / new - 0.5
    centre = 0.0 if centre < 0.0 else float(old - 1) if centre > old - 1 else centre
    low = int(centre)
    return low, min(low + 1, old - 1), centre - low


def resize(frame, width, height, channels, new_width, new_height):
    out = bytearray()
    for y in range(new_height):
        top, bottom, down = place(y, height, new_height)
        for x in range(new_width):
            left, right, along = place(x, width, new_width)
            for c in range(channels):
                def between(row):
                    first = frame[(row * width + left) * channels + c]
                    return first + (frame[(row * width + right) * channels + c] - first) * along
                above = between(top)
                out.append(int(above + (between(bottom) - above) * down + 0.5))
    return bytes(out)


for width, height in ((1, 1), (1, 7), (7, 1), (13, 9), (120, 80)):
    rgb = frame_of(width, height, 3)
    assert image.grayscale(rgb, width, height) == gray(rgb), (width, height)

for width, height, channels, radius in ((1, 1, 1, 3), (5, 4, 3, 0), (5, 4, 3, 1), (9, 11, 1, 4), (6, 3, 4, 9)):
    frame = frame_of(width, height, channels)
    expected = blur(frame, width, height, channels, radius)
    for threads in (1, 2, 5, 64):
        assert image.box_blur(bytearray(frame), width, height, channels, radius, threads) == expected, (width, radius)

for old, new in (((4, 3), (4, 3)), ((4, 3), (9, 7)), ((9, 7), (4, 3)), ((1, 1), (3, 2)), ((8, 5), (1, 1))):
    frame = frame_of(*old, 3)
    assert image.resize(memoryview(frame), *old, 3, *new) == resize(frame, *old, 3, *new), (old, new)

# Large enough for the lock to be put down: many threads on one frame, each with the same result.
frame = frame_of(64, 48, 3) * 16
first = image.box_blur(frame, 256, 192, 3, 5)
results = []
threads = [threading.Thread(target=lambda: results.append(image.box_blur(frame, 256, 192, 3, 5, 2))) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert results == [first] * 6

for wrong, kind in (
    (lambda: image.grayscale(b"12", 1, 1), ValueError),
    (lambda: image.grayscale(b"123", 0, 1), ValueError),
    (lambda: image.grayscale("123", 1, 1), TypeError),
    (lambda: image.grayscale(b"123"), TypeError),
    (lambda: image.box_blur(b"1", 1, 1, 1, 2048), ValueError),
    (lambda: image.box_blur(b"1", 1, 1, 1, 1, 0), ValueError),
    (lambda: image.resize(b"1", 1, 1, 1, "2", 2), TypeError),
    (lambda: image.resize(b"1", 1, 1, 1, 1 << 70, 2), OverflowError),
):
    try:
        wrong()
    except kind:
        pass
    else:
        raise AssertionError(kind)

print("image: all as the slow kernels")
