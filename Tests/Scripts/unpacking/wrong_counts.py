# Too few, too many, not iterable.
for s in ["a, b = 1,", "a, b = 1, 2, 3", "a, *b, c = 1,", "a, b = 5", "a, b = None", "a, b = 'x'", "a, b = {}", "(a, b), c = 1, 2", "[a] = []", "a, b = iter([1])", "a, b = iter([1, 2, 3])", "*a, b = []", "a, (b, c) = 1, [2]", "a, b = range(10 ** 20)", "for a, b in [(1,)]: pass", "a, b, c = (i for i in range(2))", "a, b = {1, 2, 3}", "a, b = b'x'", "a, b = int", "() = 1,", "[] = 'ab'", "a, b, *c, d = range(2)", "a, b = [1, 2, 3, 4]", "a, b = {1: 2, 3: 4, 5: 6}", "a, b = 1.5", "a, b = lambda: 0"]:
    try: exec(s); print(s, "fine")
    except Exception as e: print(s, type(e).__name__, e)
class G:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
a, b, c = G(); print(a, b, c)
def gen():
    for i in range(5): print("give", i); yield i
try: a, b = gen()
except ValueError as e: print(e)
class E:
    def __iter__(self): raise RuntimeError("iter")
try: a, b = E()
except RuntimeError as e: print(e)
