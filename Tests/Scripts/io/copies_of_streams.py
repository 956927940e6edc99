import io, copy
b = io.BytesIO(b"abc"); b.seek(2); b.name = "n"
for f in (copy.copy, copy.deepcopy):
    c = f(b); print(c.getvalue(), c.tell(), c.name); c.write(b"xyz"); print(b.getvalue(), c.getvalue())
for nl in (None, "", "\n", "\r", "\r\n"):
    s = io.StringIO("a\nb\r\nc", newline=nl); s.readline()
    c = copy.copy(s); print(repr(c.getvalue()), c.tell(), repr(c.read()), s.__getstate__()); c.write("q\n"); print(repr(c.getvalue()))
b = io.BytesIO()
for v in [5,(1,2),(b'a','x',None),(b'a',-1,None),(b'a',1,4),("a",1,None),(b"a",1,None,5)]:
    try: b.__setstate__(v); print(v,'ok')
    except Exception as e: print(repr(e))
b = io.StringIO()
for v in [(1,2),('a',"\n",'x',None),('a',"\n",-1,None),('a',"\n",1,4),(b"a","\n",1,None),("a",5,1,None),(None,None,0,None)]:
    try: b.__setstate__(v); print(v,'ok')
    except Exception as e: print(repr(e))
for k in io.BytesIO, io.StringIO:
    x = k(); x.close()
    for f in (lambda: x.__getstate__(), lambda: x.__setstate__((0,0,0,0)), lambda: copy.copy(x)):
        try: f()
        except ValueError as e: print(e)
for x in (open("/dev/null"), open("/dev/null", "rb"), open("/dev/null", "rb", buffering=0)):
    try: copy.copy(x)
    except TypeError as e: print(e)
