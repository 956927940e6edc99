"""Finalizers of what a module's globals hold run at the end, nearest first."""
import atexit


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("finalizing", self.name, shout(self.name))


def shout(text):
    return text.upper()


atexit.register(print, "at exit")
first = Named("first")
_private = Named("private")
row = [Named("in a list"), Named("at its end")]
table = {"key": Named("in a dict")}
first.child = Named("child")
last = Named("last")
left, right = Named("left"), Named("right")
left.other, right.other = right, left
print("end")
