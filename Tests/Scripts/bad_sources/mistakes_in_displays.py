# What is wrong with displays and comprehensions, where it is.
SOURCES = [
    '[a, b for a in c]\n',
    '[a for a b]\n',
    '[a for 1 in b]\n',
    '[a for f() in b]\n',
    '[a for a, 1 in b]\n',
    '[a for]\n',
    '[for a in b]\n',
    '[a for a in]\n',
    '[a for a in b if]\n',
    '[a for a in b else c]\n',
    '(a, b for a in c)\n',
    '{a, b for a in c}\n',
    '{a: b, c for a in d}\n',
    '{a: b for a in}\n',
    '{a: *b}\n',
    '{*a: b}\n',
    '{a: **b}\n',
    '{**a: b}\n',
    '{a:b c:d}\n',
    '{a b}\n',
    '{a: b, c: }\n',
    '{a: b, : c}\n',
    '{a: b, **c for x in y}\n',
    '{"a": 1, "b" 2}\n',
    '{a: b for a, b c}\n',
    '(*a)\n',
    '(**a)\n',
    '(a, **b)\n',
    '[**a]\n',
    '(*a for a in b)\n',
    '{*a for a in b}\n',
    '[a, b\nc]\n',
    '[1, 2, 3\nx = 4\n',
    '{1, 2\nx = 3\n',
    '[a; b]\n',
    'x = [a, *]\n',
]

for source in SOURCES:
    try:
        compile(source, "source", "exec")
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset or 0)
    else:
        print("compiled:", ascii(source))
