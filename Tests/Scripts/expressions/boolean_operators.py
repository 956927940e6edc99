# and/or give an operand, not a bool.
print(0 or "x", "" or 0, 1 and "y", 0 and 1, [] or {} or (), [1] and (2,) and {3})
print(1 or 1 / 0, 0 and 1 / 0, not [], not [0])
a = b = 0
if a or b or not (a and b):
    print("taken")


class Truth:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __bool__(self):
        print("bool", self.name)
        return self.value

    def __repr__(self):
        return self.name


t, f = Truth("t", True), Truth("f", False)
print(t and f, f and t, t or f, f or t, not t, not f)
print((t and f) or t, t and (f or t), t if f else f)
if t and not f or f:
    print("yes")
while f and t:
    pass
print([x for x in (t, f) if x or f])
