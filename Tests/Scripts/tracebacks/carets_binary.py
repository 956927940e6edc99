# The operator that failed.
x, y = 5, "a"
print(1 + 2 + (x * 3 -   y))
