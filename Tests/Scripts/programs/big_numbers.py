"""Big ints: factorials, primes, modular powers, bases, digits."""
import math
from functools import lru_cache, reduce

print(math.factorial(50), 2 ** 200, -7 ** 3, (-7) ** 3, 10 ** 30 // 7, -10 ** 30 // 7, -10 ** 30 % 7, divmod(-17, 5), divmod(17, -5))
print(pow(3, 1000, 10 ** 20), pow(7, -1, 31), pow(2, 0.5), pow(2, -2), 0 ** 0)
try: pow(2, -1, 4)
except ValueError as e: print(e)
n = 123456789 ** 10
print(n.bit_length(), n.bit_count(), str(n)[:20], hex(n)[:20], oct(n)[-10:], bin(n)[-10:], len(str(n)), n % 997, n & 0xFFFF, n >> 250, (n << 3) == n * 8)
print(int("zz", 36), int("0b101", 0), int("0xff", 16), int(" -1_000 "), int("７"), int(3.99), int(-3.99), int(1e20), int(True))
for bad in ("", "1.5", "0x", "12a", "1__0", "_1"):
    try: print(int(bad))
    except ValueError as e: print(e)
print(math.gcd(2 ** 100, 6 ** 50), math.lcm(12, 18, 20), math.isqrt(10 ** 41), math.comb(100, 50), math.perm(10, 3), math.prod(range(1, 11)))
@lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(150), fib.cache_info())
def sieve(limit):
    flags = bytearray([1]) * (limit + 1)
    flags[:2] = b"\0\0"
    for i in range(2, math.isqrt(limit) + 1):
        if flags[i]: flags[i * i::i] = bytes(len(range(i * i, limit + 1, i)))
    return [i for i, f in enumerate(flags) if f]
primes = sieve(200)
print(len(primes), primes[-5:], sum(primes), reduce(lambda a, b: a * b, primes[:15]))
def digits(n, base):
    out = []
    while n: n, d = divmod(n, base); out.append("0123456789abcdefghijklmnopqrstuvwxyz"[d])
    return "".join(reversed(out)) or "0"
print(digits(2 ** 64, 36), int(digits(n, 7), 7) == n, digits(0, 2))
def miller(n):
    d, s = n - 1, 0
    while d % 2 == 0: d //= 2; s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % a == 0: return n == a
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print([p for p in range(10 ** 12, 10 ** 12 + 100) if miller(p)], miller(2 ** 127 - 1), miller(2 ** 128 + 1))
print(10 ** 400 > 1e308, 10 ** 20 == 1e20, 2 ** 53 + 1 == float(2 ** 53 + 1), hash(2 ** 61 - 1), hash(10 ** 30), hash(-1), hash(1.0), hash(True))
try: float(10 ** 400)
except OverflowError as e: print(e)
print(5 / 2, 4 / 2, 10 ** 400 / 10 ** 399, 7 // 2.0, -7 // 2, 7 % -3, -7 % 3, 7.5 % 2, -7.5 % 2, 1e308 * 10, 2 ** -1, ~5, 5 ^ 3, 5 | 8, 6 & 3, -5 >> 1, 1 << 70)
for op in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 0.0 / 0, lambda: 0 ** -1, lambda: 1 << -1, lambda: divmod(1, 0), lambda: 2.0 ** 5000, lambda: 1.0 // 0):
    try: print(op())
    except Exception as e: print(type(e).__name__, e)
    except BaseException as e: print(e)
print((3.5).as_integer_ratio(), (0.1).hex(), float.fromhex("0x1.8p1"), (2.0).is_integer(), float("1e-3"), float("  inf "), float("-nan"), float("1_0.5"))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.fsum([0.1] * 10), sum([0.1] * 10), math.hypot(3, 4), math.dist((0, 0), (1, 1)), math.log2(1024), math.log(100, 10), math.copysign(1, -0.0))
print(0.1 + 0.2 == 0.3, math.isclose(0.1 + 0.2, 0.3), 1e16 + 1 - 1e16, 3 * 0.1, 1.1 + 2.2, 100 * 1.1, 1e0, 1.0e1, 1_000.5, .5, 5.)
