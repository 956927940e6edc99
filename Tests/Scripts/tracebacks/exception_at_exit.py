# Exceptions in functions that run at the end.
import atexit
def first(): print("first"); raise ValueError("at exit")
def second(): print("second")
atexit.register(first)
atexit.register(second)
print("end of program")
