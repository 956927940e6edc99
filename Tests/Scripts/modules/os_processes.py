import os
import signal
import sys
import tempfile
import threading


def attempt(*bodies):
    for body in bodies:
        try:
            print(body())
        except Exception as error:
            print(type(error).__name__, error)


sys.stdout.flush()
child = os.fork()
if child == 0:
    os._exit(7)
pid, status = os.waitpid(child, 0)
print(pid == child, os.WIFEXITED(status), os.WEXITSTATUS(status), os.WIFSIGNALED(status), os.waitstatus_to_exitcode(status))
child = os.fork()
if child == 0:
    signal.pause()
    os._exit(0)
print(os.waitpid(child, os.WNOHANG))
os.kill(child, signal.SIGKILL)
status = os.waitpid(child, 0)[1]
print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status), os.WIFSTOPPED(status), os.WCOREDUMP(status))
attempt(lambda: os.waitpid(child, 0), lambda: os.wait(), lambda: os.waitpid("x", 0), lambda: os.waitstatus_to_exitcode(0x57F))

# Functions around a fork, and what the child is told.
log = []
os.register_at_fork(
    before=lambda: log.append("before"), after_in_parent=lambda: log.append("parent"),
    after_in_child=lambda: log.append("child"))
os.register_at_fork(before=lambda: log.append("second before"))
attempt(lambda: os.register_at_fork(), lambda: os.register_at_fork(before=3))
reader, writer = os.pipe()
child = os.fork()
if child == 0:
    here = threading.current_thread()
    told = (log, threading.active_count(), here is threading.main_thread(), here.name, len(threading.enumerate()))
    os.write(writer, repr(told).encode())
    os._exit(0)
os.waitpid(child, 0)
print(os.read(reader, 1000).decode(), log)
print(os.get_inheritable(reader), os.set_inheritable(reader, True), os.get_inheritable(reader), os.get_blocking(reader))
os.set_blocking(reader, False)
print(os.get_blocking(reader))
attempt(lambda: os.read(reader, 1), lambda: os.get_inheritable(12345), lambda: os.get_blocking(12345))
for leave in (
    lambda: os.execv("/bin/echo", ["echo", "from", "execv"]), lambda: os.execlp("echo", "echo", "from execlp"),
    lambda: os.execvp("no-such-program", ["x"]), lambda: os.execv("/no/such", ("x",)), lambda: os.execv("/bin/echo", []),
):
    child = os.fork()
    if child == 0:
        os.dup2(writer, 1)
        try:
            leave()
        except (OSError, ValueError) as error:
            os.write(writer, f"{type(error).__name__} {error}\n".encode())
        os._exit(5)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), os.read(reader, 1000))

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "file")
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
    print(os.write(descriptor, b"0123456789"), os.pread(descriptor, 4, 3), os.pwrite(descriptor, b"ab", 1), os.pread(descriptor, 99, 0))
    print(os.lseek(descriptor, 0, os.SEEK_CUR), os.ftruncate(descriptor, 5), os.fstat(descriptor).st_size, os.pread(descriptor, 9, 7))
    attempt(lambda: os.pread(descriptor, -1, 0), lambda: os.pread(descriptor, 1, -1), lambda: os.pwrite(descriptor, "x", 0))
    os.close(descriptor)
    os.utime(path, (1000, 2000.5))
    print(os.stat(path).st_atime, os.stat(path).st_mtime)
    os.utime(path, ns=(3_000_000_001, 4_000_000_000))
    print(os.stat(path).st_atime_ns, os.stat(path).st_mtime)
    os.utime(path)
    print(os.stat(path).st_mtime > 1_000_000_000)
    attempt(lambda: os.utime(path, (1, 2), ns=(1, 2)), lambda: os.utime(os.path.join("no", "such")))
    print(os.path.samestat(os.stat(path), os.stat(folder)), os.path.sep, os.path.isjunction(path))
print(os.getpgrp() == os.getpgid(0), len(os.getloadavg()), os.sched_yield(), isinstance(os.nice(0), int))
