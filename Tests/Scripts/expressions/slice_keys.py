# What __getitem__ receives.
class K:
    def __getitem__(self, key):
        return key
k = K()
print(k[1], k[1:2], k[::], k[1, 2], k[1:2, 3], k[...], k[:, ::2], k[()], k[(1, 2)], k[1,], k[*[1, 2]], k[*[1], 2:3])
print(k[None:None:None], k["a":"b"], k[-1:], k[lambda: 0 : 1].stop)
s = slice(1, 10, 2)
print(s.start, s.stop, s.step, s == slice(1, 10, 2), s.indices(5), slice(None, None, -1).indices(4))
print([10, 20, 30, 40][s], slice(3), repr(slice("a", None)), slice(1, 2) < slice(1, 3))
try:
    slice(1, 2, 0).indices(3)
except ValueError as e:
    print(e)
try:
    slice(1).indices(-1)
except ValueError as e:
    print(e)
print(hash(slice(1, 2)) == hash(slice(1, 2)))
