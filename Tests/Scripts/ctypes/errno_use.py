# use_errno keeps the errno of calls.
import errno
from ctypes import *
lib = CDLL(None, use_errno=True)
plain = CDLL(None)
set_errno(0)
print(lib.open(b"/nonexistent/x", 0), get_errno() == errno.ENOENT)
set_errno(0)
print(plain.open(b"/nonexistent/x", 0), get_errno())
lib.close(-1)
print(get_errno() == errno.EBADF)
