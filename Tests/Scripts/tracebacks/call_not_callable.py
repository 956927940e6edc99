# Calling what cannot be called.
x = 5
print(x(1)[2])
