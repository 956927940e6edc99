"""Signals: what happens when they come, sending them, blocking them and waiting for them."""

import _signal
from _signal import *
from enum import IntEnum as _IntEnum

ItimerError = _signal.ItimerError

_IntEnum._convert_(
    "Signals", __name__, lambda name: name.startswith("SIG") and not name.startswith("SIG_"))
_IntEnum._convert_("Handlers", __name__, lambda name: name in ("SIG_DFL", "SIG_IGN"))
_IntEnum._convert_("Sigmasks", __name__, lambda name: name in ("SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK"))


def _member(value, kind):
    """The member of an enumeration, or the value where there is none."""
    try:
        return kind(value)
    except (ValueError, TypeError):
        return value


def _number(value):
    try:
        return int(value)
    except (ValueError, TypeError):
        return value


def signal(signalnum, handler):
    """Set what happens when a signal comes: a function of the number and the frame, SIG_IGN or SIG_DFL. What it was."""
    return _member(_signal.signal(_number(signalnum), _number(handler)), Handlers)


def getsignal(signalnum):
    """What happens when a signal comes."""
    return _member(_signal.getsignal(signalnum), Handlers)


def pthread_sigmask(how, mask):
    """Change the signals that this thread blocks; those it did."""
    return {_member(number, Signals) for number in _signal.pthread_sigmask(how, mask)}


def sigpending():
    """The signals that have come and are blocked."""
    return {_member(number, Signals) for number in _signal.sigpending()}


def sigwait(sigset):
    """Wait until one of some blocked signals comes: the signal."""
    return _member(_signal.sigwait(sigset), Signals)


def valid_signals():
    """The signals of this system."""
    return {_member(number, Signals) for number in _signal.valid_signals()}
