import traceback
for args in ((), ("m",), ("m", ("f", 1, 2, "text")), ("m", ("f", 1, 2, "text\n", 1, 4)), ("m", ("f", 3, None, "text")), ("m", ("f", None, 2, "text")), ("m", (None, 1, 2, "  text")), ("m", ("f", 1, 0, "x")), ("m", ("f", 1, -5, "x", 1, -7)), ("m", ("f", 1, 99, "x\n", 1, 120)), ("m", ("f", 1, 3, "\t\tabc", 2, 1)), ("m", ("f", 1, 2, None)), (None, ("f", 1, 2, "")), ("", ("f", 1, 1, "a\nb", 1, 3)), ("m", ("", 1, 1, "abc"))):
    e = SyntaxError(*args)
    traceback.print_exception(e)
    print(repr(str(e)), "".join(traceback.format_exception_only(e)))
raise SyntaxError("m", ("f", 1, 2, "text\n", 1, 4))
