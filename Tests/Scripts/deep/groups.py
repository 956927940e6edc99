"""Groups that nest deep are split, shown and freed."""
import traceback

deep = ValueError("bottom")
for number in range(100_000):
    deep = ExceptionGroup(str(number), [deep])
for condition in (ValueError, KeyError):
    try:
        deep.subgroup(condition)
    except RecursionError:
        print("too deep")
    else:
        print("too deep")
try:
    try:
        raise deep
    except* KeyError:
        pass
except RecursionError:
    print("ended")
except ExceptionGroup:
    print("ended")
print(str(deep))
shallow = ValueError("bottom")
for number in range(50):
    shallow = ExceptionGroup(str(number), [shallow])
print(len(traceback.format_exception(shallow)) > 0)
del deep
