"""Two busy threads and who gets the lock: the battle.

Each thread counts, and notes when it finds that the other has counted since. Before Python 3.2 a thread released the lock
every 100 ticks and both raced for it: on two cores the releasing thread mostly won its own lock back, and the other had been
woken in vain, thousands of times a second. Under an interval there are about 200 switches a second, each of them kept.

usage: lock_battle.py [SECONDS]
Try:   python3 lock_battle.py;  baton --scheduler ticks run lock_battle.py;  baton --scheduler interval run lock_battle.py
"""

import sys
import threading
import time


def count_alone(seconds):
    turns = 0
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        for _ in range(1000):
            turns += 1
    return turns


def battle(seconds):
    turns = [0, 0]
    switches = [0, 0]
    last = [None]
    end = time.perf_counter() + seconds

    def fight(me):
        while time.perf_counter() < end:
            for _ in range(1000):
                turns[me] += 1
                if last[0] != me:
                    last[0] = me
                    switches[me] += 1

    threads = [threading.Thread(target=fight, args=(me,)) for me in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return turns, sum(switches)


def main(arguments):
    seconds = float(arguments[0]) if arguments else 1.0
    alone = count_alone(seconds)
    turns, switches = battle(seconds)
    print(f"one thread alone:  {alone / seconds / 1e6:8.2f} million turns/s")
    print(f"two threads:       {sum(turns) / seconds / 1e6:8.2f} million turns/s together (each turn does more)")
    print(f"fairness:          {100 * min(turns) / max(1, max(turns)):8.1f} % (the slower thread's turns of the faster's)")
    print(f"switches:          {switches / seconds:8.0f} a second")
    print("Notice: the switches. Each costs a wake-up; the interval keeps them few, the ticks do not.")


main(sys.argv[1:])
