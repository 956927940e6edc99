# The singletons.
print(..., Ellipsis, type(...), NotImplemented, type(NotImplemented), type(None), None)
print(type(...)() is ..., type(None)() is None, type(NotImplemented)() is NotImplemented)
print(bool(...), bool(None), repr(None), str(...))
for act in ["type(None)(1)", "type(...)(1)", "type(NotImplemented)(1)", "None.x", "(...).x", "None()", "None[0]", "...()", "bool(NotImplemented)", "None.x = 1", "len(None)", "iter(None)"]:
    try:
        print(act, eval(act) if "= " not in act else exec(act))
    except Exception as e:
        print(act, type(e).__name__, e)
