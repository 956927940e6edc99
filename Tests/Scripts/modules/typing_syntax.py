# What annotations evaluate to: generic aliases and unions.
print(list[int], dict[str, list[int]], tuple[int, ...], set[str], type[int], frozenset[int])
print(int | str, int | None, None | int, list[int] | None, int | str | int)
print(isinstance(1, int | str), isinstance(None, int | None), issubclass(bool, int | str), isinstance("x", int | float))
print(list[int] == list[int], list[int] == list[str], (int | str) == (str | int), hash(int | str) == hash(str | int))
print(list[int].__origin__, list[int].__args__, (int | str).__args__, list[int]([1, 2]), dict[str, int](a=1))


def f(x: list[int], y: int | None = None, *args: tuple[int, ...], **kwargs: dict) -> str | None:
    return None


print(f.__annotations__)


class Box:
    items: list["Box"]

    def __class_getitem__(cls, item):
        return f"Box of {item}"


print(Box[int], Box.__annotations__)
for call in (lambda: int[3], lambda: 3 | int, lambda: isinstance(1, list[int]), lambda: int | "text", lambda: len[1]):
    try:
        print(call())
    except TypeError as error:
        print(error)


class Numbers(list[int]):
    pass


print(Numbers([1]), Numbers.__bases__, Numbers.__orig_bases__)
