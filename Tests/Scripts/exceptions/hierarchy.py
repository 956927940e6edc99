# Every builtin exception and its bases.
import builtins
for name in sorted(dir(builtins)):
    t = getattr(builtins, name)
    if isinstance(t, type) and issubclass(t, BaseException) and "Group" not in name and name[0] != "_": print(name, [b.__name__ for b in t.__mro__], t.__module__, t.__name__)
