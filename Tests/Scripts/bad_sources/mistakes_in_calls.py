# What is wrong with calls, where it is.
SOURCES = [
    'f(a, b c)\n',
    'f(a=b c)\n',
    'f(1=2)\n',
    'f(a+b=2)\n',
    'f("a"=2)\n',
    'f(a for a in b, c)\n',
    'f(c, a for a in b)\n',
    'f(a=)\n',
    'f(a, b=, c)\n',
    'f(*)\n',
    'f(**)\n',
    'f(*a=1)\n',
    'f(**a=1)\n',
    'f(a, *b c)\n',
    'f(None=1)\n',
    'f(a := 1, b := )\n',
    'f(a.b := 1)\n',
    'f(lambda: 1 = 2)\n',
    'f(not a = 1)\n',
    'f((a)=1)\n',
    'f(a, (b, c)=1)\n',
    'f(**a, b)\n',
    'f(a=1, b for b in c)\n',
    'f(,)\n',
    'f(a,,b)\n',
    'f(a\nb)\n',
    'f(if)\n',
    'f(a if b)\n',
    'f(a if b else)\n',
    'f(a.)\n',
    'f(a b=1)\n',
    'f(print a)\n',
    'class A(B=1 C): pass\n',
    'class A(x for x in y): pass\n',
    'class A(**k, *a): pass\n',
]

for source in SOURCES:
    try:
        compile(source, "source", "exec")
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset or 0)
    else:
        print("compiled:", ascii(source))
