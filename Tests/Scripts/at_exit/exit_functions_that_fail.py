import atexit, sys
def a(): print("a"); raise ValueError("a")
def b(): print("b"); sys.exit(5)
atexit.register(a); atexit.register(b); atexit.register(print, "c")
sys.exit(3)
