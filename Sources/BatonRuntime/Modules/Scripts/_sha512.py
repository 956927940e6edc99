"""SHA-512 (FIPS 180-4), for seeds that are text."""


def _primes(count):
    found = []
    number = 2
    while len(found) < count:
        if all(number % prime for prime in found):
            found.append(number)
        number += 1
    return found


def _root_bits(number, power):
    """The first 64 bits behind the point of a square (2) or cube (3) root."""
    target = number << (64 * power)
    low, high = 0, 1 << 70
    while low < high:
        middle = (low + high + 1) // 2
        if middle**power <= target:
            low = middle
        else:
            high = middle - 1
    return low & 0xFFFFFFFFFFFFFFFF


_MASK = 0xFFFFFFFFFFFFFFFF
_constants = [_root_bits(prime, 3) for prime in _primes(80)]
_start = [_root_bits(prime, 2) for prime in _primes(8)]


def _turn(x, n):
    return ((x >> n) | (x << (64 - n))) & _MASK


def sha512(data):
    """The digest of bytes."""
    length = len(data) * 8
    data = data + b"\x80" + b"\0" * (-(len(data) + 17) % 128) + length.to_bytes(16, "big")
    state = list(_start)
    for block in range(0, len(data), 128):
        words = [int.from_bytes(data[block + 8 * i:block + 8 * i + 8], "big") for i in range(16)]
        for i in range(16, 80):
            x, y = words[i - 15], words[i - 2]
            s0 = _turn(x, 1) ^ _turn(x, 8) ^ (x >> 7)
            s1 = _turn(y, 19) ^ _turn(y, 61) ^ (y >> 6)
            words.append((words[i - 16] + s0 + words[i - 7] + s1) & _MASK)
        a, b, c, d, e, f, g, h = state
        for constant, word in zip(_constants, words):
            t1 = h + (_turn(e, 14) ^ _turn(e, 18) ^ _turn(e, 41)) + ((e & f) ^ (~e & _MASK & g)) + constant + word
            t2 = (_turn(a, 28) ^ _turn(a, 34) ^ _turn(a, 39)) + ((a & b) ^ (a & c) ^ (b & c))
            a, b, c, d, e, f, g, h = (t1 + t2) & _MASK, a, b, c, (d + t1) & _MASK, e, f, g
        state = [(old + new) & _MASK for old, new in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(word.to_bytes(8, "big") for word in state)
