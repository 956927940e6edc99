# Hashes of equal numbers are equal.
import sys
print(hash(0), hash(1), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(-(2 ** 61)), hash(10 ** 30), hash(-(10 ** 30)), hash(2 ** 62), hash(2 ** 64 + 1))
print(hash(1.0), hash(0.5), hash(-0.0), hash(1e300), hash(float("inf")), hash(float("-inf")), hash(2.5), hash(10.0 ** 30) == hash(int(10.0 ** 30)), hash(True))
print(sys.hash_info.modulus, sys.hash_info.inf, hash(None) == hash(None), hash(()), hash((1, 2)), hash((1, (2, 3))), hash(frozenset()), hash(frozenset([1, 2])), hash(range(3)) == hash(range(0, 3)), hash(""), hash(b""))
for s in ["hash([])", "hash({})", "hash(set())", "hash(bytearray())", "hash(([],))", "{[]: 1}", "{{}}", "hash()"]:
    try:
        print(eval(s))
    except TypeError as e:
        print(s, e)
