import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
for name in "sin cos tan asin acos atan sinh cosh tanh asinh atanh exp exp2 expm1 sqrt cbrt fabs erf erfc log1p gamma lgamma degrees radians".split():
    print(name, f"{getattr(math, name)(0.5):.12g}")
print(math.acosh(2), math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.log(10**400), math.log2(2**2000))
print(math.floor(2.7), math.ceil(2.1), math.trunc(-2.7), math.floor(-0.5), math.ceil(10**30), math.floor(1e20))
print(math.modf(3.25), math.modf(-0.5), math.frexp(8.5), math.ldexp(0.5, 5), math.fmod(-7, 3), math.remainder(7, 4), math.copysign(1, -0.0))
print(math.gcd(12, 18), math.gcd(), math.gcd(0, -5), math.lcm(4, 6), math.lcm(), math.gcd(10**30, 6**20), math.isqrt(10**40 + 1), math.isqrt(15))
print(math.factorial(20), math.factorial(30), math.comb(10, 3), math.comb(3, 5), math.perm(5, 2), math.perm(4))
print(math.hypot(3, 4), math.hypot(1, 2, 3), math.dist((0, 0), (3, 4)), math.fsum([0.1] * 10), math.prod([1, 2, 3, 4]), math.prod([2.0, 3], start=2))
print(math.sumprod([1, 2, 3], [4, 5, 6]), math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(0, 1e-12, abs_tol=1e-9))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.nextafter(1, 2), math.ulp(1.0), math.fma(2, 3, 4))
print(math.pow(2, 10), math.atan2(1, -1), math.fsum([1e100, 1.0, -1e100]), math.gamma(6), math.nextafter(1.0, 2.0, steps=3))
for call in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.acos(2), lambda: math.exp(1000), lambda: math.factorial(-1),
             lambda: math.factorial(2.5), lambda: math.gamma(0), lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.isqrt(-1),
             lambda: math.comb(-1, 2), lambda: math.sin("x"), lambda: math.floor("x"), lambda: math.ldexp(1, 5000), lambda: math.atanh(1)):
    try:
        print(call())
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)


class Whole:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __float__(self):
        return 4.0


print(math.floor(Whole()), math.ceil(Whole()), math.trunc(Whole()), math.sqrt(Whole()))
