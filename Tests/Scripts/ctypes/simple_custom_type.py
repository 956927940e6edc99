# Types made by hand: the letters that are known, and the complaints about others.
import _ctypes
class my(_ctypes._SimpleCData):
    _type_ = "h"
print(my(70000).value)
for letter in ("y", "", "ii", 3, None):
    try:
        class bad(_ctypes._SimpleCData):
            _type_ = letter
    except (AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    class none(_ctypes._SimpleCData):
        pass
except AttributeError as e:
    print(e)
