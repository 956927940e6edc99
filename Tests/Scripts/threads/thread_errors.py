import sys
import threading


def fail():
    raise ValueError("in a thread")


def leave():
    sys.exit(3)


hooked = []
old = threading.excepthook
threading.excepthook = lambda args: hooked.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
for target in (fail, leave):
    thread = threading.Thread(target=target, name="failing")
    thread.start()
    thread.join()
print(hooked)
threading.excepthook = old


class Catch:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


stderr, sys.stderr = sys.stderr, Catch()
thread = threading.Thread(target=fail)
thread.start()
thread.join()
text, sys.stderr = sys.stderr.text, stderr
lines = text.splitlines()
print(lines[0], lines[1], lines[-1], sep="\n")
