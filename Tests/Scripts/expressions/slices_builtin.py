# Slices of str, list, tuple, bytes, range agree.
seqs = ["abcdefg", list(range(7)), tuple(range(7)), b"abcdefg", range(7), bytearray(b"abcdefg")]
for s in seqs:
    print(s[1:3], s[:3], s[3:], s[:], s[::2], s[::-1], s[-3:-1], s[5:1], s[5:1:-2], s[-100:100], s[100:], s[2:2])
print("abc"[-1], "abc"[True], [1, 2, 3][-3])
for bad in ['"abc"[3]', "[1][1]", "(1,)[-2]", '"abc"["x"]', "[1][1.0]", "(1,)[None]", "b'a'[5]", "range(3)[3]",
            "[1][::0]", "'a'[::0]", "[1]['a':]", "range(3)[::0]", "[1][10**100]", "[1, 2][:10**100]", "[1, 2][-10**100:]",
            "bytearray(1)['a']", "b'a'['b']", "range(3)['a']"]:
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
