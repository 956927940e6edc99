# A keyword that is nearly right.
def f(colour=1, width=2, *, height=3): pass
class C:
    def __init__(self, name, value=0): pass
for s in ["f(color=1)", "f(widht=1)", "f(heigth=2)", "f(zzzz=1)", "C('a', valeu=1)", "C(nam='x')", "f(col=1)", "f(**{'Width': 1})", "print(1, ends='')", "sorted([], keys=1)", "open('x', mod='r')"]:
    try: eval(s)
    except TypeError as e: print(s, e)
