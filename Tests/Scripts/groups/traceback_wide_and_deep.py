"""Reports of groups are cut where they are too wide or too deep."""
import sys
import traceback

wide = ExceptionGroup("wide", [ValueError(number) for number in range(17)])
traceback.print_exception(wide, file=sys.stdout)
deep = ValueError("bottom")
for number in range(13):
    deep = ExceptionGroup(str(number), [deep, KeyError(number)])
print("".join(traceback.format_exception(deep)))
print(traceback.format_exception_only(wide))
sys.stdout.flush()
raise ExceptionGroup("sixteen", [ValueError(number) for number in range(16)])
