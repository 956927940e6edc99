"""ExceptionGroup and BaseExceptionGroup: what they take, what they are."""
for kind in (ExceptionGroup, BaseExceptionGroup):
    for arguments in [(), ("m",), ("m", []), ("m", 3), ("m", [1]), (1, [ValueError()]), ("m", [KeyboardInterrupt()]),
                      ("m", [ValueError], 1), ("m", (KeyError(1), OSError(2, "x"))), ("", [ValueError()])]:
        try:
            group = kind(*arguments)
            print(repr(group), str(group), type(group).__name__, group.message, group.exceptions, group.args)
        except Exception as error:
            print(type(error).__name__, error)
print(ExceptionGroup.__mro__, ExceptionGroup.__bases__, BaseExceptionGroup.__doc__)
print(ExceptionGroup[int], issubclass(ExceptionGroup, Exception), issubclass(BaseExceptionGroup, Exception))
for keywords in ({"message": "a", "exceptions": []}, {"x": 1}):
    try:
        ExceptionGroup(*([] if "message" in keywords else ["a", [ValueError()]]), **keywords)
    except TypeError as error:
        print(error)
group = ExceptionGroup("read only", [ValueError(1)])
for name in ("message", "exceptions"):
    try:
        setattr(group, name, None)
    except AttributeError as error:
        print(error)


class Own(ExceptionGroup):
    def __new__(cls, errors, code):
        self = super().__new__(cls, "own message", errors)
        self.code = code
        return self

    def derive(self, errors):
        return Own(errors, self.code + 1)


own = Own([ValueError(1), TypeError(2)], 5)
print(own, own.code, repr(own), own.split(ValueError), own.subgroup(TypeError).code)


class Base(BaseExceptionGroup):
    pass


class Plain(BaseExceptionGroup, ValueError):
    pass


print(repr(Base("b", [SystemExit()])), repr(Base("b", [ValueError()])), isinstance(Plain("p", [KeyError()]), ValueError))
try:
    Plain("p", [SystemExit()])
except TypeError as error:
    print(error)
try:
    raise ExceptionGroup("caught whole", [ValueError(1)])
except ValueError:
    print("not here")
except Exception as error:
    print("here", error)
