# The status of a program whose main part fails and whose exit functions run.
import atexit
atexit.register(lambda: print("cleanup"))
undefined_thing
