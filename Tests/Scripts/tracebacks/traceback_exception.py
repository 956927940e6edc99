# TracebackException: what it keeps of an exception, and how it formats it.
import sys
import traceback
from traceback import TracebackException


def fails(x):
    local = [x, "text"]
    return local[5] + undefined


def raises_from():
    try:
        fails(1)
    except IndexError as error:
        error.add_note("a note\nof two lines")
        raise ValueError("outer", 2) from error


def context_only():
    try:
        fails(2)
    except IndexError:
        int("x")


def suppressed():
    try:
        fails(3)
    except IndexError:
        raise TypeError("no context") from None


def grouped():
    members = []
    for function in (raises_from, context_only, suppressed):
        try:
            function()
        except Exception as error:
            members.append(error)
    raise ExceptionGroup("several", [*members, ExceptionGroup("inner", [OSError(2, "No such file"), KeyError("k")])])


class Named(Exception):
    def __str__(self):
        return "named " + str(self.args)


class Silent(Exception):
    pass


class Broken(Exception):
    def __str__(self):
        raise RuntimeError("no text")


def caught(function, *arguments):
    try:
        function(*arguments)
    except BaseException as error:
        return error


def raiser(error):
    raise error


for error in [caught(raises_from), caught(context_only), caught(suppressed), caught(grouped), caught(raiser, Named(1)), caught(raiser, Silent()),
              caught(raiser, Broken()), caught(raiser, KeyboardInterrupt()), caught(raiser, SystemExit(3)), caught(compile, "x = = 1\n", "<source>", "exec"),
              caught(compile, "if x:\npass", "<source>", "exec"), caught(lambda: print(undefinedd)), caught(lambda: [].appendd), OSError("never raised")]:
    shown = TracebackException.from_exception(error)
    print("=====", type(error).__name__)
    print(shown, shown.exc_type_str, shown.exc_type_qualname, shown.exc_type_module, shown.__suppress_context__, shown.__notes__)
    print([type(part).__name__ for part in (shown.__cause__, shown.__context__, shown.exceptions, shown.stack)])
    print("".join(shown.format()))
    print("".join(shown.format(chain=False)))
    print(list(shown.format_exception_only()))
    print(list(shown.format_exception_only(show_group=True)))
    print(list(shown.stack))
    print(shown == TracebackException.from_exception(error), shown != error, shown == 5)
    for options in [dict(limit=1), dict(limit=-1), dict(capture_locals=True, limit=-1), dict(compact=True), dict(lookup_lines=False), dict(max_group_width=2),
                    dict(max_group_depth=1), dict(save_exc_type=False)]:
        print(options)
        shown = TracebackException(type(error), error, error.__traceback__, **options)
        print("".join(shown.format()))
        shown.print(file=sys.stdout, chain=False)
    if isinstance(error, SyntaxError):
        print(shown.filename, shown.lineno, shown.end_lineno, repr(shown.text), shown.offset, shown.end_offset, shown.msg)
none = TracebackException(None, None, None)
print(none.exc_type_str, list(none.format()) if 0 else none.stack, none.exceptions, none.__cause__)
error = caught(raises_from)
shown = TracebackException(ValueError, error, None)
print("".join(shown.format()), end="")
print([*shown.format_exception_only()], shown.exc_type)
group = ExceptionGroup("wide", [ValueError(number) for number in range(20)])
print("".join(traceback.format_exception(group)))
print("".join(traceback.format_exception_only(group, show_group=True)))
error.__notes__ = "text"
print(traceback.format_exception_only(error))
error.__notes__ = ("a", 5, "b\nc")
print(traceback.format_exception_only(error))
error.__notes__ = None
print(traceback.format_exception_only(error))
for function in (traceback.format_exception, traceback.format_exception_only):
    error = ImportError("cannot import name 'pathh' from 'os'", name="os", name_from="pathh")
    print(function(error))
