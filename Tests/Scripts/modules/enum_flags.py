from enum import CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, IntFlag, auto


def failing(body):
    try:
        print(body())
    except Exception as error:
        print(type(error).__name__, error)


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm, list(Perm), len(Perm), Perm.RW, repr(Perm.RW), Perm.R | Perm.X, repr(Perm.R | Perm.X))
print(Perm(0), repr(Perm(0)), bool(Perm(0)), bool(Perm.R), ~Perm.R, Perm.RW & Perm.W, Perm.RW ^ Perm.R)
print(Perm.R in Perm.RW, Perm.X in Perm.RW, list(Perm.RW), len(Perm(7)), Perm(5), (Perm.R | Perm.X).name, Perm(5).value)
print(Perm(3) is Perm.RW, Perm.R | Perm.X is Perm(5), hash(Perm.R) == hash(Perm.R), Perm["RW"], list(Perm.__members__))
failing(lambda: Perm(8))
failing(lambda: Perm("x"))
failing(lambda: Perm.R | 1)
failing(lambda: 1 in Perm.R)
print(f"{Perm.R:>8}|{Perm(0)}|{Perm(-1)}")


class Bits(IntFlag):
    A = 1
    B = 2
    C = 4


print(Bits.A, repr(Bits.A | Bits.B), Bits.A | 8, repr(Bits.A | 8), repr(Bits(16)), Bits(0), repr(Bits(0)), ~Bits.A, repr(~Bits.A))
print(Bits.A + 1, Bits.B == 2, repr(Bits.B | 1), repr(1 | Bits.B), f"{Bits.C:03d}", isinstance(Bits.A & 1, Bits), list(Bits.A | Bits.C))
print(repr(Bits.A ^ 3), repr(Bits(-1)), int(~Bits.B), Bits.A < Bits.B, Bits(7) == 7)


class Conforming(Flag, boundary=CONFORM):
    ONE = 1
    TWO = 2


class Ejecting(IntFlag, boundary=EJECT):
    ONE = 1
    TWO = 2


class Keeping(Flag, boundary=KEEP):
    ONE = 1
    TWO = 2


print(repr(Conforming(5)), repr(Ejecting(5)), type(Ejecting(5)).__name__, repr(Keeping(5)), repr(Keeping.ONE | Keeping(8)))
print(list(FlagBoundary), STRICT, repr(KEEP))
Made = Flag("Made", "P Q R")
print(list(Made), [made.value for made in Made], repr(Made.P | Made.R))
