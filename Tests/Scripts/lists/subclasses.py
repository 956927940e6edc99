# Subclasses of list and their operations.
class Stack(list):
    def push(self, v): self.append(v)
    def __getitem__(self, i):
        r = super().__getitem__(i)
        return Stack(r) if isinstance(i, slice) else r
    def __contains__(self, v): return "yes"
    def __len__(self): return 99
    def __iter__(self): return iter(["it"])
s = Stack([1, 2, 3]); s.push(4)
print(s, s[1:], type(s[1:]), type(s + [1]), type(s * 2), 9 in s, len(s), list(s), [*s], sorted(s), s == [1, 2, 3, 4], type(s.copy()), s.x if hasattr(s, "x") else "no x", sum([0]), tuple(s), bool(s), repr(s), [x for x in s], max(s), dict.fromkeys(s), set(s))
s.attr = 5; print(s.attr, s.__dict__, s.pop(), list.__len__(s))
a, = s
print(a, "".join(s), [1] + s, list.__iter__(s).__length_hint__())
