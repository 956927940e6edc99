import sys

print(sys.argv[1:], sys.byteorder, sys.maxsize, sys.maxunicode, sys.platform, sys.version_info[:2], sys.hexversion >> 16 == 0x30D)
print(sys.version_info >= (3, 10), sys.version_info.major, sys.version_info.releaselevel, type(sys.version_info).__name__)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.hash_info.modulus, sys.int_info.default_max_str_digits)
print(sys.getrecursionlimit(), sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.float_repr_style, sys.flags.optimize)
print(sys.intern("a b") is sys.intern("a b"), sys.exc_info(), sys.exception(), sys.getswitchinterval())
try:
    raise ValueError("x")
except ValueError:
    kind, value, trace = sys.exc_info()
    print(kind, value, trace is not None, sys.exception() is value)
print(sys.exc_info())
sys.setswitchinterval(0.01)
print(round(sys.getswitchinterval(), 3), sys._getframe().f_code.co_name, sys._is_gil_enabled())
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
for call in (lambda: sys.setswitchinterval(0), lambda: sys.setrecursionlimit(0), lambda: sys.intern(3), lambda: sys._getframe(1000),
             lambda: sys.setswitchinterval("x")):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
sys.displayhook(5)
sys.displayhook(None)
import builtins

print(builtins._, sys.stdout.encoding, sys.stderr.errors, sys.stdin.name, sys.__stdout__ is sys.stdout)


def name():
    return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name


print(name())
for code in (None, 0, 3, "text", (1, 2)):
    try:
        sys.exit(code)
    except SystemExit as error:
        print(repr(error.code), error.args)
print(isinstance(sys.getsizeof([]), int), sys.getsizeof(object(), 7) > 0, "sys" in sys.modules, "builtins" in sys.builtin_module_names)
