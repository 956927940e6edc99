# Blur many frames on more and more threads. usage: baton many_frames.py [SECONDS]
import sys
import threading
import time

import image

WIDTH, HEIGHT, RADIUS = 640, 480, 4
seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 0.5
frame = bytes(range(256)) * (WIDTH * HEIGHT * 3 // 256)


def frames_per_second(threads):
    """Each thread blurs frames of its own until the time is over."""
    counts = [0] * threads
    end = time.perf_counter() + seconds

    def work(index):
        while time.perf_counter() < end:
            image.box_blur(frame, WIDTH, HEIGHT, 3, RADIUS)
            counts[index] += 1

    workers = [threading.Thread(target=work, args=(index,)) for index in range(threads)]
    begin = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(counts) / (time.perf_counter() - begin)


print(f"{WIDTH} x {HEIGHT} RGB, radius {RADIUS}")
alone = frames_per_second(1)
for threads in (1, 2, 4):
    rate = alone if threads == 1 else frames_per_second(threads)
    print(f"{threads} threads: {rate:6.1f} frames a second, {rate / alone:4.2f} times one thread's")
