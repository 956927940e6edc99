"""A finalizer that makes another object which dies at once: an end comes, and the program goes on."""
import io
import sys


class Again:
    made = 0

    def __del__(self):
        Again.made += 1
        Again()


sys.stderr = io.StringIO()
Again()
print(Again.made > 100)
sys.stderr = sys.__stderr__


class Node:
    freed = 0

    def __init__(self, rest):
        self.rest = rest

    def __del__(self):
        Node.freed += 1


node = None
for _ in range(50_000):
    node = Node(node)
node = None
print(Node.freed)
del Again.__del__
