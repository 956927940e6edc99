import _thread
import time

done = _thread.allocate_lock()
done.acquire()
log = []


def run(a, b=0):
    log.append((a, b, _thread.get_ident() != main))
    done.release()


main = _thread.get_ident()
ident = _thread.start_new_thread(run, (1,), {"b": 2})
done.acquire()
print(log, isinstance(ident, int), ident != main, _thread.get_native_id() > 0)
for args in ((1, ()), (run, []), (run, (), 3)):
    try:
        _thread.start_new_thread(*args)
    except TypeError as error:
        print(error)


def quiet():
    try:
        _thread.exit()
    finally:
        done.release()


_thread.start_new_thread(quiet, ())
done.acquire()
while _thread._count():
    time.sleep(0.001)
print("quiet", _thread._count(), _thread.TIMEOUT_MAX > 0, _thread.LockType is type(done), _thread.stack_size())
