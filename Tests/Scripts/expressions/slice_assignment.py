# Assigning and deleting slices of a list.
def run(source, start=range(6)):
    a = list(start)
    try:
        exec(source)
        print(source, a)
    except Exception as e:
        print(source, type(e).__name__, e)
for s in ["a[1:3] = [9]", "a[1:3] = 'xyz'", "a[:] = []", "a[::2] = [7, 7, 7]", "a[::2] = [7]", "a[5:2] = [1]", "a[-1:] = [8, 9]",
          "a[::-1] = range(6)", "del a[1:3]", "del a[::2]", "del a[::-2]", "del a[:]", "a[1:1] = a", "a[:2] = 5", "a[10:] = [1]",
          "a[1] = 5; a[-1] = 6", "a[6] = 1", "del a[6]", "a['x'] = 1", "a[::0] = []", "a[2:4] += [1, 2]", "a[4:1:-1] = 'abc'",
          "a[4:1:-1] = 'ab'", "a[:2] = (i for i in 'pq')", "a *= 2", "a[1:3] *= 2", "a[1:2] = {}", "del a[7:9], a[0]"]:
    run(s)
