# Numbers that are no open file.
import io
import os

folder = os.open(os.curdir, os.O_RDONLY)
for opens in [
    lambda: io.FileIO(-1),
    lambda: io.FileIO(9999),
    lambda: io.FileIO(2**31),
    lambda: io.FileIO(2**40),
    lambda: io.FileIO(-2**70),
    lambda: open(2**32),
    lambda: open(folder),
    lambda: io.FileIO(folder, closefd=False),
    lambda: open("x", opener=lambda name, flags: 2**40),
    lambda: open("x", opener=lambda name, flags: -3),
    lambda: open("x", opener=lambda name, flags: "3"),
]:
    try:
        opens()
    except (OSError, TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, getattr(error, "strerror", None) or error)
    else:
        print("opened")
os.close(folder)
