import time

print(time.gmtime(0), tuple(time.gmtime(86400 * 365)))
print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(1e9)), time.asctime(time.gmtime(0)), time.gmtime(1.9).tm_sec)
moment = time.localtime(1234567890)
print(time.mktime(moment) == 1234567890, moment.tm_year, len(moment), moment[0], moment.tm_isdst in (0, 1))
start, cpu = time.monotonic(), time.process_time()
time.sleep(0.02)
print(time.monotonic() - start >= 0.02, time.perf_counter() >= 0, time.process_time() >= cpu, time.time_ns() > 10**18, time.thread_time() >= 0)
print(isinstance(time.time(), float), isinstance(time.perf_counter_ns(), int), time.sleep(0), time.ctime(0) == time.asctime(time.localtime(0)))
for call in (lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.strftime(3), lambda: time.mktime((1, 2)), lambda: time.sleep(float("nan"))):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__)
print(time.struct_time(range(9)), time.struct_time(range(9)) == tuple(range(9)))
