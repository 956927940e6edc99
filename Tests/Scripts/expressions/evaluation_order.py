# Left to right; the value before the target.
log = []
def t(x):
    log.append(x)
    return x
class C:
    def __setitem__(self, k, v): log.append(("set", k, v))
    def __getitem__(self, k): log.append(("get", k)); return 1
    def __delitem__(self, k): log.append(("del", k))
c = C()
def show():
    print(log)
    log.clear()
t(1) + t(2) * t(3); show()
c[t("k")] = t("v"); show()
c[t("a")] += t("b"); show()
(t(0) or c)[t(1)], (t(0) or c)[t(2)] = t(3), t(4); show()
{t("k1"): t("v1"), t("k2"): t("v2")}; show()
t(print)(t(""), sep=t("")); show()
t(1) if t(0) else t(2); show()
t(1) < t(2) > t(3); show()
del c[t("x")], c[t("y")]; show()
[t(i) for i in t((1, 2)) if t(i)]; show()
x = c[t(1):t(2):t(3)]; show()
def d(a=t("da"), *, b=t("db")) -> t("ret"): pass
show()
assert t(1), t(2); show()
