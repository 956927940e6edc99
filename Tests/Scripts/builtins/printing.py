import io
import sys

print()
print(1, "a", None, [1], sep="-", end="!\n")
print("no newline", end="")
print("", 2, sep="")
print(*range(3), sep="\n")
print("x", "y", sep=None, end=None)
out = io.StringIO()
print("to", "file", file=out)
print(repr(out.getvalue()))
print("flushed", flush=True)


class Writer:
    def __init__(self):
        self.calls = []

    def write(self, text):
        self.calls.append(text)

    def flush(self):
        self.calls.append("FLUSH")


w = Writer()
print("a", 1, file=w, flush=True)
print(w.calls)
old, sys.stdout = sys.stdout, out
print("redirected")
sys.stdout = old
print(repr(out.getvalue()))
sys.stdout = None
print("nowhere")
sys.stdout = old
for call in (lambda: print(sep=1), lambda: print(end=2), lambda: print(wrong=1), lambda: print("x", file=3)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)


class Bad:
    def __str__(self):
        raise ValueError("no text")


try:
    print("before", Bad())
except ValueError as error:
    print("|", error)
print("é€😀", "tab\there", 'quote"', sep="|")
print(repr("é\n\x00😀"), ascii("é😀"), format(3.14159, ".2f"), format(255, "#x"), format("a", ">5"), format(None))
