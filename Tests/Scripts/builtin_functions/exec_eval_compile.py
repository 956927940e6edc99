# Namespaces, modes, code objects and errors.
g = {}
exec("x = 1\ndef f(): return x + 1", g); print(g["x"], g["f"](), "__builtins__" in g, eval("x + 5", g), eval("x + y", g, {"y": 10}), eval(" 1 + 1 "), eval("\t2"), eval("3\n"))
exec("y = 2; del y"); exec("a, *b = range(3)"); print(a, b)
c = compile("1 + 2", "<t>", "eval"); print(eval(c), c.co_filename, c.co_name, type(c).__name__)
c = compile("z = 5\nprint(z)", "file.py", "exec"); exec(c); print(eval(c))
c = compile("7 * 6", "<i>", "single"); print(exec(c))
def f():
    loc = 1
    exec("loc = 2; other = 3")
    l = {}
    exec("q = loc", globals(), l) if 0 else exec("q = 1", {}, l)
    return loc, l, eval("loc + 1"), eval("[loc for _ in range(2)]", {"loc": 7})
print(f())
for s in ["eval('1 +')", "eval('x = 1')", "eval('')", "exec('1 +')", "exec(5)", "eval(5)", "compile('1', 'f', 'bad')", "compile(5, 'f', 'exec')", "eval('undefined')", "exec('raise ValueError(1)')", "eval('1; 2')", "exec('x', 5)", "eval('x', {}, 5)", "exec()", "compile('1')", "compile('a\\0b', 'f', 'exec')", "eval('pass')", "exec('return 1')", "eval('yield 1')", "compile('x = 1', 'f', 'eval')", "eval('a\\nb')", "eval(b'1 + 1')", "exec(b'x = 1')", "eval('(1')", "eval('1)')", "exec('def f(: pass')", "compile('', 'f', 'eval')", "compile('', 'f', 'exec') is not None", "eval(compile('1', 'f', 'exec'))", "exec(compile('1', 'f', 'eval'))", "eval('lambda: x', {'x': 5})()", "exec('x = 1', {}, {}, 5)", "eval('__builtins__', {}) is not None", "eval('len', {'__builtins__': {}})", "eval('len', {'__builtins__': {'len': 5}})"]:
    try: print(s, eval(s))
    except SyntaxError as e: print(s, type(e).__name__, e, e.filename, e.lineno, e.offset)
    except Exception as e: print(s, type(e).__name__, e)
