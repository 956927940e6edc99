"""What every script here ends with: run a function, once before to warm up where it is short, and print the seconds."""

import time


def measure(function, warms_up=True):
    if warms_up:
        function()
    start = time.perf_counter()
    function()
    print(time.perf_counter() - start)
