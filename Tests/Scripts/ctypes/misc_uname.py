# A structure that the system fills.
from ctypes import *
class utsname(Structure):
    _fields_ = [(n, c_char * 65) for n in ("sysname", "nodename", "release", "version", "machine", "domainname")]
u = utsname()
print(CDLL(None).uname(byref(u)), u.sysname, sizeof(utsname), len(u.machine) > 0)
