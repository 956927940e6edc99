# A format specification that is wrong.
print(f"{3.5:d}")
