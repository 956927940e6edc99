"""A conversation with the prompt of a program, over a terminal of its own.

usage: session.py PROGRAM [ARGUMENT...]     prints what each step answered; exits with 1 where an answer does not come
"""

import os
import pty
import select
import signal
import sys
import tempfile
import time

PATIENCE = 120  # seconds that an answer may take


class Session:
    def __init__(self, command, environment):
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            # What starts this may have signals blocked or ignored.
            signal.pthread_sigmask(signal.SIG_UNBLOCK, signal.valid_signals())
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.environ.update(environment)
            os.execvp(command[0], command)

    def expect(self, wanted):
        """Read until the text comes; what came."""
        seen = b""
        while wanted not in seen:
            ready, _, _ = select.select([self.terminal], [], [], PATIENCE)
            try:
                part = os.read(self.terminal, 4096) if ready else b""
            except OSError:
                part = b""
            if not part:
                sys.exit(f"expected {wanted!r}, got {seen!r}")
            seen += part
        return seen.decode().replace("\r\n", "\n").replace("\r", "")

    def say(self, text, wanted=b"\n>>> "):
        os.write(self.terminal, text)
        return self.expect(wanted)

    def interrupt(self):
        """Type Ctrl-C until it is seen: one that comes just before a system call that waits, after the last look for signals,
        waits with it, as under python3."""
        seen = b""
        limit = time.monotonic() + PATIENCE
        while b"\n>>> " not in seen:
            if time.monotonic() > limit:
                sys.exit(f"Ctrl-C interrupts nothing, got {seen!r}")
            os.write(self.terminal, b"\x03")
            while b"\n>>> " not in seen and select.select([self.terminal], [], [], 3)[0]:
                seen += os.read(self.terminal, 4096)
        return seen.decode().replace("\r\n", "\n").replace("\r", "")

    def end(self, typed):
        """Type what ends it; its exit status. A key may come while the terminal is still that of a program that runs, where
        Ctrl-D means nothing: it is typed again."""
        seen = b""
        limit = time.monotonic() + PATIENCE
        while True:
            if time.monotonic() > limit:
                sys.exit(f"{typed!r} does not end it, got {seen!r}")
            try:
                os.write(self.terminal, typed)
                while select.select([self.terminal], [], [], 3)[0]:
                    part = os.read(self.terminal, 4096)
                    if not part:
                        break
                    seen += part
            except OSError:
                break
            if os.waitid(os.P_PID, self.child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                break
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


def answer(shown):
    """The line before the next prompt."""
    return shown.split("\n")[-2]


def main(command):
    with tempfile.TemporaryDirectory() as folder:
        environment = {"BATON_HISTORY": os.path.join(folder, "history"), "TERM": "xterm", "LC_ALL": "C.UTF-8"}
        session = Session(command, environment)
        session.expect(b">>> ")
        print("value:", answer(session.say(b"6 * 7\n")))
        print("last value:", answer(session.say(b"_ + 1\n")))
        session.say(b"def double(x):\n", b"... ")
        session.say(b"    return 2 * x\n", b"... ")
        session.say(b"\n")
        print("function:", answer(session.say(b"double(21)\n")))
        session.say(b"numbers = [1,\n", b"... ")
        session.say(b"2]\n")
        print("bracket:", answer(session.say(b"numbers\n")))
        print("text:", answer(session.say("'grüße'\n".encode())))
        print("traceback:", answer(session.say(b"1 / 0\n")))
        print("syntax error:", answer(session.say(b"1 +\n")))
        session.say(b"\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A", b"2]")  # five lines back
        session.say(b"\x1b[B\x1b[B", "'grüße'".encode())
        print("from the history:", answer(session.say(b"\n")))
        session.say(b"unfinished", b"unfinished")
        print("Ctrl-C while typing:", answer(session.interrupt()))
        session.say(b"if True:\n", b"... ")
        print("Ctrl-C in a block:", answer(session.interrupt()))
        session.say(b"import time\n")
        for body in (b"while True: pass", b"time.sleep(100)"):
            session.say(b"if True:\n", b"... ")
            session.say(b"    print('be' + 'gun')\n", b"... ")
            session.say(b"    " + body + b"\n", b"... ")
            session.say(b"\n", b"begun")
            print(f"Ctrl-C in {body.decode()}:", answer(session.interrupt()))
        session.say(b"name = input('name? ')\n", b"\nname? ")
        session.say(b"somebody\n")
        print("input:", answer(session.say(b"name\n")))
        session.say(b"import sys; sys.ps1 = 'baton> '\n", b"\nbaton> ")
        print("exit:", session.end(b"sys.exit(3)\n"))
        session = Session(command, environment)
        session.expect(b">>> ")
        session.say(b"\x1b[A", b"sys.exit(3)")
        session.say(b"\x1b[A\x1b[A", b"name")
        print("saved history:", answer(session.say(b"\n")))
        print("Ctrl-D:", session.end(b"\0\x04"))  # after what a terminal makes of an early one


main(sys.argv[1:])
