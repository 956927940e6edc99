"""Two busy threads: the time between two switches, mean and 99th percentile, as parts of the switch interval."""

import sys
import threading
import time

SECONDS = 1.0
moments = []
last = None
end = time.perf_counter() + SECONDS


def busy(me):
    global last
    while time.perf_counter() < end:
        if last != me:
            last = me
            # Asked for here: a time from before the look at `last` may be from before the switch.
            moments.append(time.perf_counter())


threads = [threading.Thread(target=busy, args=(number,)) for number in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
spans = sorted(later - earlier for earlier, later in zip(moments, moments[1:]))
setting = sys.getswitchinterval()
print(sum(spans) / len(spans) / setting, spans[len(spans) * 99 // 100] / setting)
