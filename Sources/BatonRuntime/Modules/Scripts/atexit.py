"""Functions that are called at the end of the program."""

_calls = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _calls.append((func, args, kwargs))
    return func


def unregister(func, /):
    _calls[:] = [call for call in _calls if call[0] != func]


def _clear():
    _calls.clear()


def _ncallbacks():
    return len(_calls)


class _Unraisable:
    def __init__(self, func, error):
        self.exc_type = type(error)
        self.exc_value = error
        self.exc_traceback = error.__traceback__
        self.err_msg = f"Exception ignored in atexit callback {func!r}"
        self.object = None


def _run_exitfuncs():
    """Call them, last first; what one raises does not keep the others from being called."""
    import sys

    while _calls:
        func, args, kwargs = _calls.pop()
        try:
            func(*args, **kwargs)
        except BaseException as error:
            # The place in this file is no part of what the function did.
            error.__traceback__ = error.__traceback__ and error.__traceback__.tb_next
            sys.unraisablehook(_Unraisable(func, error))
