# Assigning to what takes no items.
t = (1, 2)
print(t)
t[0] = t[1] = 5
