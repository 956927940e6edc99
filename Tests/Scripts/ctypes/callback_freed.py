# Callbacks come and go; what they refer to goes too.
import gc, weakref
from ctypes import *
F = CFUNCTYPE(c_int)
class K: pass
refs = []
for i in range(300):
    k = K()
    refs.append(weakref.ref(k))
    f = F(lambda k=k: 5)
    assert f() == 5
del f, k
gc.collect()
print(sum(r() is not None for r in refs))
