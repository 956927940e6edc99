# A chain evaluates each operand once, and stops early.
def show(x):
    print("eval", x)
    return x


print(show(1) < show(2) < show(3))
print(show(3) < show(2) < show(1))
print(show(1) < show(3) > show(2) == show(2) != show(5))
print(1 < 2 == True, (1 < 2) == True, 1 == 1 in [1], 1 in [1] in [[1]])
print(not 1 < 2 < 3, 1 is 1 is 1, None is None is not 1)
for i in range(4):
    if 0 < i <= 2:
        print("inside", i)
while show(0) < show(1) < show(0):
    pass
