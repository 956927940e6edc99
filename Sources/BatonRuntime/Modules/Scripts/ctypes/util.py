"""Finding shared libraries."""

import os


def _places():
    for folder in os.environ.get("LD_LIBRARY_PATH", "").split(":"):
        if folder:
            yield folder
    machine = os.uname().machine if hasattr(os, "uname") else "x86_64"
    for root in ("/lib", "/usr/lib", "/usr/local/lib"):
        yield "%s/%s-linux-gnu" % (root, machine)
    for folder in ("/lib64", "/usr/lib64", "/lib", "/usr/lib", "/usr/local/lib"):
        yield folder


def _version(file, name):
    """The numbers behind `.so.`, to sort by; None: another library."""
    prefix = "lib" + name + ".so."
    if not file.startswith(prefix):
        return None
    return [int(part) for part in file[len(prefix):].split(".") if part.isdigit()]


def find_library(name):
    """The file name, as the linker knows it, of the newest version of a library; None if there is none."""
    if not name:
        return None
    best = None
    for folder in _places():
        try:
            files = os.listdir(folder)
        except OSError:
            continue
        for file in files:
            version = _version(file, name)
            # The shortest name is the one that programs are linked against.
            if version and (best is None or (len(version), [-part for part in version]) < best[0]):
                best = ((len(version), [-part for part in version]), file)
        if best is not None:
            return best[1]
    return None
