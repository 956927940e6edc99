# The names that types have: what is missing here is missing in scripts.


LEFT_OUT = set(
    "__getstate__ __setstate__ __reduce__ __reduce_ex__ __buffer__ __release_buffer__ _from_flags __isabstractmethod__".split()
)


def names(kind, left_out=LEFT_OUT):
    return sorted(set(dir(kind)) - left_out - ({"__name__"} if kind is property else set()) - ({"__get__"} if kind is super else set()))


print("int", names(int))
print("bool", names(bool))
print("float", names(float))
print("str", names(str))
print("bytes", names(bytes))
print("bytearray", names(bytearray))
print("list", names(list))
print("tuple", names(tuple))
print("dict", names(dict))
print("set", names(set))
print("frozenset", names(frozenset))
print("range", names(range))
print("slice", names(slice))
print("memoryview", names(memoryview))
print("object", names(object))
print("property", names(property))
print("staticmethod", names(staticmethod))
print("classmethod", names(classmethod))
print("BaseException", names(BaseException))
print("OSError", names(OSError))
print("enumerate", names(enumerate))
print("zip", names(zip))
print("map", names(map))
print("filter", names(filter))
print("reversed", names(reversed))
print("super", names(super))
