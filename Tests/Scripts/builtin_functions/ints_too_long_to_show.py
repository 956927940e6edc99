try: print(str(10**5000))
except ValueError as e: print(e)
try: int("9"*5000)
except ValueError as e: print(e)
try: f"{10**5000}"
except ValueError as e: print(e)
try: "%d" % 10**5000
except ValueError as e: print(e)
print(hex(10**5000)[:20], len(bin(1<<100000)))
import sys
sys.set_int_max_str_digits(0)
print(len(str(10**5000)))
try: sys.set_int_max_str_digits(5)
except ValueError as e: print(e)
