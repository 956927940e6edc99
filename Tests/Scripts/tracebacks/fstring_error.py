# An error inside of an f-string.
name = "x"
print(f"{name!r:>10} and {name.missing}")
