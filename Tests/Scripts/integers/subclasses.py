# Subclasses of int keep their type only where it is theirs.
class N(int):
    def __new__(cls, v, tag=None):
        self = super().__new__(cls, v)
        self.tag = tag
        return self
    def __add__(self, other): return N(int(self) + int(other), "sum")
    def __repr__(self): return f"N({int(self)}, {self.tag})"
n = N(5, "five")
print(n, n + 1, 1 + n, n * 2, type(n * 2), -n, type(+n), n == 5, hash(n) == hash(5), {5: "x"}[n], [0, 1, 2, 3, 4, "at"][n], str(int(n)), f"{n:3d}", f"{n}", "%d %s %r" % (n, n, n), sum([n, n]), isinstance(n, int), n.tag, n.__dict__, int(n) is not n, type(int(n)))
print(range(n), n > 4, max(n, 3), divmod(n, 2), n ** 2, n << 1, N("7"), bool(N(0)), n.bit_length(), format(n, "b"), N.from_bytes(b"\x05"))
