print(abs(-3), abs(2.5), abs(True), bin(10), bin(-3), oct(64), hex(255), hex(-1), chr(233), chr(0x1F600), ord("a"), ord(b"b"))
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), pow(2, 10), pow(2, -1), pow(3, 4, 5), pow(3, -1, 7), pow(base=2, exp=3))
print(round(2.5), round(3.5), round(2.675, 2), round(1234, -2), round(-0.5), round(5), round(1e20), round(2.5, None), round(number=1.25, ndigits=1))
print(sum([1, 2, 3]), sum([0.1] * 10), sum([], 5), sum([[1], [2]], []), sum((1, 2.5, True)), sum([10**20, 1]), sum(range(100), start=1))
print(min(3, 1, 2), max([1, 5, 2]), min("b", "a"), max([], default="none"), min([3, -4], key=abs), max("aa", "b", key=len))
for call in (lambda: chr(-1), lambda: chr(1114112), lambda: ord("ab"), lambda: ord(1), lambda: ord(b""), lambda: bin(1.5), lambda: hex("1"),
             lambda: abs("x"), lambda: divmod(1, 0), lambda: divmod(1), lambda: pow(2, 3, 0), lambda: pow(1), lambda: round("x"),
             lambda: round(1, 2, 3), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum(1), lambda: sum(["a"]), lambda: min(),
             lambda: min([]), lambda: max(1), lambda: min(1, 2, default=3), lambda: max([1], wrong=2), lambda: min(1, "a"), lambda: pow(2, 0.5, 3),
             lambda: round(float("nan")), lambda: round(float("inf"))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Rounds:
    def __round__(self, digits="none"):
        return f"rounded {digits}"

    def __abs__(self):
        return "absolute"

    def __index__(self):
        return 12

    def __divmod__(self, other):
        return ("divmod", other)


print(round(Rounds()), round(Rounds(), 3), abs(Rounds()), hex(Rounds()), chr(Rounds()), divmod(Rounds(), 4))
