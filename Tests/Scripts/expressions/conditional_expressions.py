# Only one branch is evaluated.
def say(x):
    print("say", x)
    return x


print(say(1) if say(True) else say(2))
print(say(1) if say(False) else say(2))
print([i if i % 2 else -i for i in range(5)])
f = lambda x: "neg" if x < 0 else "zero" if x == 0 else "pos"
print(f(-1), f(0), f(1))
x = (yes := 5) if 1 else (yes := 6)
print(x, yes)
