# Import what was built: NAME:KIND for each argument.
import sys

for argument in sys.argv[1:]:
    name, kind = argument.split(":")
    module = __import__(name)
    if kind == "plain":
        assert module.sum(b"\x01\x02\xff") == 258
        assert module.sum(bytes(range(256)) * 100) == 3264000
    elif kind == "classy":
        assert module.largest(b"\x05\xc8\x02") == 200
        try:
            module.largest(b"")
        except ValueError as error:
            assert str(error) == "largest() of no bytes"
        else:
            raise AssertionError("no ValueError")
    else:
        assert module.twice(21) == 42
    print(f"{name} ({kind}): ok")
