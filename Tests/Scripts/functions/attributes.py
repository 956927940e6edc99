# What a function knows about itself.
def outer(a, b: int = 2, *c: str, d: "x" = 4, **e) -> bool:
    "Doc of outer."
    def inner(): return a
    return inner
f = outer(1)
print(outer.__name__, outer.__qualname__, outer.__doc__, outer.__module__, outer.__annotations__, outer.__defaults__, outer.__kwdefaults__, outer.__dict__, outer.__closure__, f.__qualname__, f.__closure__[0].cell_contents, f.__doc__, callable(f), type(f).__name__, outer.__type_params__)
c = outer.__code__
print(c.co_name, c.co_argcount, c.co_kwonlyargcount, c.co_posonlyargcount, c.co_varnames, c.co_flags & 0x0C, c.co_firstlineno, f.__code__.co_freevars, c.co_cellvars, c.co_qualname, c.co_nlocals)
outer.attr = 1; print(outer.attr, outer.__dict__, vars(outer)); outer.__name__ = "renamed"; outer.__doc__ = None; print(outer.__name__, outer.__doc__, repr(outer)[:15])
class K:
    def m(self): "doc m"
print(K.m.__qualname__, K().m.__name__, K().m.__doc__, K().m.__self__.__class__.__name__, K().m.__func__ is K.m, K().m == K().m, (k := K()).m == k.m, hash(k.m) == hash(k.m), repr(K.m)[:13], repr(k.m)[:21])
try: k.m.x = 1
except AttributeError as e: print(e)
K.m.x = 5; print(k.m.x)
try: f.nope
except AttributeError as e: print(e)
print((lambda: 0).__name__, (lambda: 0).__qualname__, len.__name__, len.__qualname__, len.__module__, len.__self__.__name__, [].append.__name__, [].append.__qualname__, [].append.__self__, str.upper.__qualname__, str.upper.__objclass__)
