# int(), floor division and // with math functions.
import math
for v in (1.9, -1.9, 0.0, 1e18, 1e30, -1e30, 2 ** 62 * 1.0, -(2.0 ** 62), 2.0 ** 63):
    print(int(v), math.floor(v), math.ceil(v), math.trunc(v), v // 1, v.is_integer())
