# Exit without a code, in a function, after output.
import sys
def f():
    print("before")
    sys.exit(None)
f()
print("never")
