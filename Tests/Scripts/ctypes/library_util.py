# find_library.
from ctypes.util import find_library
print(find_library("c"), find_library("m"), find_library("nosuchlibrary"))
