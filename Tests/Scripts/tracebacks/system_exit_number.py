# The exit code of a number.
import sys
try: raise ValueError
finally: sys.exit(300)
