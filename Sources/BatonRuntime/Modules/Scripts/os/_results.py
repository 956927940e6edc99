"""What uname, times and statvfs give: made when one of them is called first."""


class _Fields(tuple):
    """A tuple of the system, whose items have names."""

    __slots__ = ()

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._names, self))
        return f"posix.{type(self).__name__}({shown})"


def _named(name, *names):
    places = {field: property(lambda self, _place=place: self[_place]) for place, field in enumerate(names)}
    return type(name, (_Fields,), {"__slots__": (), "__module__": "posix", "_names": names, **places})


uname_result = _named("uname_result", "sysname", "nodename", "release", "version", "machine")
times_result = _named("times_result", "user", "system", "children_user", "children_system", "elapsed")
statvfs_result = _named(
    "statvfs_result", "f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag",
    "f_namemax",
)
