# Clocks by their numbers.
import time

for name in ("CLOCK_REALTIME", "CLOCK_MONOTONIC", "CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID", "CLOCK_MONOTONIC_RAW", "CLOCK_BOOTTIME", "CLOCK_TAI"):
    clock = getattr(time, name)
    first = time.clock_gettime_ns(clock)
    print(name, clock, type(first), first <= time.clock_gettime_ns(clock), time.clock_getres(clock) > 0)
    print(time.clock_gettime(clock) >= first / 1e9 - 1, abs(time.clock_gettime(time.CLOCK_REALTIME) - time.time()) < 5)
for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    print(name, time.get_clock_info(name))
for code in ("time.get_clock_info('x')", "time.get_clock_info(1)", "time.clock_gettime(9999)", "time.clock_gettime('a')", "time.clock_getres(-99)"):
    try:
        print(eval(code))
    except (ValueError, TypeError, OSError) as error:
        print(code, type(error).__name__, error)
