# KeyboardInterrupt that nobody catches ends the program by the signal's status.
def f(): raise KeyboardInterrupt("stop")
f()
