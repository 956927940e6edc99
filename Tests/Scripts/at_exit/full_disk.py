import sys
f = open("/dev/full", "w")
f.write("x" * 10)
try: f.close()
except OSError as e: print(repr(e))
f = open("/dev/full", "wb", buffering=0)
try: f.write(b"x")
except OSError as e: print(repr(e))
with open("/dev/full", "w") as f: f.write("x")
