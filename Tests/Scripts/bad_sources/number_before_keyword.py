x = 1if 1else 2
print(x)
