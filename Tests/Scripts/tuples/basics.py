# Making, comparing, hashing tuples.
print((), (1,), (1, 2), 1, 2, tuple(), tuple("ab"), tuple([1]), (1, 2) + (3,), (1,) * 3, 2 * (0,), (1, 2)[0], (1, 2, 3)[1:], (1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, "a") == (1, "a"), hash((1, 2)) == hash((1, 2)), (1, 2).count(1), (1, 2).index(2), 2 in (1, 2), len((1, 2, 3)), ((),), (((1,),),), tuple((1, 2)) is not None, {(1, 2): "k"}[1, 2])
x = 1,
print(x, (lambda *a: a)(1, 2), (1, [2]), tuple(i for i in range(3)))
t = (1, [2])
t[1].append(3)
print(t)
try:
    t[1] += [4]
except TypeError as e:
    print(e, t)
for e in ["(1)[0]", "(1,)[1]", "(1,)['a']", "(1,) + [1]", "(1,) * 'a'", "(1,).index(2)", "(1,).append(1)", "tuple(5)", "tuple(1, 2)", "(1, 2) < (1, 'a')", "(1,) < [1]", "hash(([],))", "t[0] = 1", "del t[0]", "(1,).index()", "(1,).count()", "(1, 2).index(1, 1)", "tuple(x=1)", "-()", "()()"]:
    try:
        print(e, eval(e) if "t[0]" not in e else exec(e))
    except Exception as x:
        print(e, type(x).__name__, x)
class P(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
p = P(1, 2)
print(p, p.first, type(p), type(p[:]), type(p + ()), p == (1, 2), hash(p) == hash((1, 2)), type(tuple(p)), P(), p.__class__.__name__, isinstance(p, tuple))
