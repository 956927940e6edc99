x = 10
print(eval("x + 1"), eval("  x * 2"), eval("y", {"y": 3}), eval("a + b", {"a": 1}, {"b": 2}), eval(b"1 + 1"))
space = {}
exec("z = 5\ndef f(n):\n    return n + z", space)
print(space["z"], space["f"](1), "__builtins__" in space)
exec("x = 11")
print(x)
code = compile("p * 2", "<here>", "eval")
print(eval(code, {"p": 4}), code.co_filename, code.co_name)
exec(compile("print('compiled')", "f.py", "exec"))
local = {}
exec("q = 1\nr = q + 1", {}, local)
print(local)


def inside():
    n = 3
    exec("m = n + 1")
    return eval("n + 1"), sorted(locals())


print(inside())
for source in ("1 +", "x = = 2", "for", "(", "'abc", "return 1", "yield", "break"):
    try:
        exec(source)
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno)
for call in (lambda: eval("1; 2"), lambda: eval("nope"), lambda: exec(1), lambda: eval("1", 2), lambda: compile("1", "f", "bad"), lambda: eval("x", {}),
             lambda: exec("1", None, 3), lambda: eval("a\0b"), lambda: compile(1, "f", "exec")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Names(dict):
    def __missing__(self, key):
        return key.upper()


print(eval("a + b", {}, Names()))
single = compile("1 + 1\n", "<s>", "single")
exec(single)
print(globals() is eval("globals()"), type(globals()).__name__, locals() is globals(), sorted(eval("locals()", {}, {"k": 1})))
