# input() at the end of the file, and from a replaced stdin.
import io, sys
try: input()
except EOFError as e: print(e)
try: input("prompt> ")
except EOFError as e: print(e)
sys.stdin = io.StringIO("first\nsecond\n\nlast")
print(repr(input()), repr(input("ask: ")), repr(input()), repr(input()))
try: input()
except EOFError as e: print(e)
for a in [(1, 2)]:
    try: input(*a)
    except TypeError as e: print(e)
