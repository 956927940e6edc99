"""What every script here ends with: run a function once to warm up and once measured, and print the seconds."""

import time


def measure(function):
    function()
    start = time.perf_counter()
    function()
    print(time.perf_counter() - start)
