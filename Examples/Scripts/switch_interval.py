"""Read and set the switch interval: how long a waiting thread lets the holder of the lock run before it asks for it."""

import sys

print("switch interval:", sys.getswitchinterval(), "s")

sys.setswitchinterval(0.001)
print("after sys.setswitchinterval(0.001):", sys.getswitchinterval(), "s")

for wrong in (0, -1):
    try:
        sys.setswitchinterval(wrong)
    except ValueError as error:
        print(f"sys.setswitchinterval({wrong}): {error}")

sys.setswitchinterval(0.005)
print("Notice: the interval bounds how long a waiter waits for a busy thread, not how long a thread may run alone.")
