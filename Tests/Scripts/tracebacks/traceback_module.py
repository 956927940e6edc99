# The traceback module's text of an exception.
import traceback
def f(): raise KeyError("shown")
try: f()
except KeyError as e:
    traceback.print_exc()
    print(traceback.format_exc().splitlines()[-1], traceback.format_exception_only(e))
