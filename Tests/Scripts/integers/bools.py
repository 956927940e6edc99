# bool is an int.
print(True + True, True * 5, -True, ~True, True / 2, True & False, True | 2, True ^ True, True == 1, True is 1, hash(True), [10, 20][True], isinstance(True, int), issubclass(bool, int))
print(bool(), bool(0), bool("0"), bool([]), bool(0.0), bool(float("nan")), int(True), float(True), str(True), repr(False), f"{True}", f"{True:d}", f"{True:>6}", "%d" % True, "%s" % True)
print({True: "a", 1: "b", 1.0: "c"}, sum([True, True]), True.bit_length(), True.to_bytes(1), bool.from_bytes(b"\x00"), max(True, 2), type(True & 1), type(True & True), type(+True), True.real)
for s in ["bool(1, 2)", "bool(x=1)", "class B(bool): pass"]:
    try:
        exec(s)
    except TypeError as e:
        print(s, e)
class L:
    def __len__(self): return 0
class B:
    def __bool__(self): return 1
print(bool(L()))
try:
    bool(B())
except TypeError as e:
    print(e)
