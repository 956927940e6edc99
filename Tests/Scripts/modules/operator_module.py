import operator as o

print(o.add(1, 2), o.sub(5, 2), o.mul(3, 4), o.truediv(1, 4), o.floordiv(7, 2), o.mod(7, 4), o.pow(2, 8), o.neg(3), o.pos(-2), o.abs(-4))
print(o.and_(6, 3), o.or_(6, 3), o.xor(6, 3), o.lshift(1, 4), o.rshift(16, 2), o.invert(5), o.not_(0), o.truth([]), o.index(True))
print(o.lt(1, 2), o.le(2, 2), o.eq(1, 1.0), o.ne(1, 2), o.ge(1, 2), o.gt(1, 2), o.is_(None, None), o.is_not(1, None))
row = [1, 2, 3]
o.setitem(row, 0, 9)
o.delitem(row, 1)
print(row, o.getitem(row, 0), o.contains(row, 3), o.countOf([1, 2, 1], 1), o.indexOf([5, 6], 6), o.concat([1], [2]))
row = o.iadd(row, [7])
print(row, o.imul(3, 4), o.iconcat([1], [2]), o.length_hint(iter([1, 2])), o.length_hint(5, 8), o.call(max, 3, 9))
get = o.itemgetter(1)
print(get("abc"), o.itemgetter(0, 2)("abc"), get, o.itemgetter("k")({"k": 1}), o.itemgetter(slice(1, None))([1, 2, 3]))


class Thing:
    name = "thing"

    def hello(self, who, mark="!"):
        return f"hello {who}{mark}"


print(o.attrgetter("name")(Thing()), o.attrgetter("name", "__class__.__name__")(Thing()), o.attrgetter("a.b"))
print(o.methodcaller("hello", "you", mark="?")(Thing()), o.methodcaller("upper")("x"), o.methodcaller("f", 1, k=2))
for call in (lambda: o.add(1), lambda: o.attrgetter(3), lambda: o.itemgetter(), lambda: o.indexOf([1], 2), lambda: o.index(1.5)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
print(o.__add__(1, 2), o.__contains__("abc", "b"), sorted([(2, "b"), (1, "z")], key=o.itemgetter(1)))
