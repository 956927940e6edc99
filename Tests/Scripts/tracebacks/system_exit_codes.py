# SystemExit with text goes to standard error, code 1.
import sys
try: sys.exit()
except SystemExit as e: print(e.code)
try: sys.exit(3)
except SystemExit as e: print(e.code, e.args)
sys.exit("goodbye")
