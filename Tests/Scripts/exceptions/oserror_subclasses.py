# OSError picks a subclass by errno.
import errno
for code in ["ENOENT", "EEXIST", "EACCES", "EPERM", "EPIPE", "ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EINTR", "EISDIR", "ENOTDIR", "EAGAIN", "ETIMEDOUT", "ECHILD", "ESRCH", "EALREADY", "EINPROGRESS", "EINVAL", "ESHUTDOWN"]:
    e = OSError(getattr(errno, code), "m", "name")
    print(code, type(e).__name__, e.errno == getattr(errno, code), e.strerror, e.filename, e, isinstance(e, OSError))
class Sub(OSError): pass
print(type(Sub(2, "x")).__name__, IOError is OSError, EnvironmentError is OSError, FileNotFoundError(2, "a").errno, type(FileNotFoundError(13, "a")).__name__, OSError(2).errno, OSError("2", "x").errno)
for act in [lambda: open("/nonexistent/x"), lambda: open("/"), lambda: open("/dev/null/x"), lambda: open(""), lambda: open("/tmp/x\0y"), lambda: open("/x", "q"), lambda: open(10 ** 5)]:
    try: act()
    except Exception as e: print(type(e).__name__, e)
