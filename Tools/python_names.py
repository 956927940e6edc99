#!/usr/bin/env python3
"""Write the made headers of CShim/include/python: names.h and missing.h, CPython's names over Baton's, and FORWARDING.

usage: python_names.py [--check]

Every public name of baton.h, macro or declaration, gets the CPython name that it mirrors. Names that extensions are known to use
(Tools/python_api.txt) and that Baton lacks become names that no compiler knows and that say what is missing. With --check
nothing is written; the exit status is 1 if a file is out of date.
"""

import difflib
import json
import os
import re
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
INCLUDE = os.path.join(ROOT, "CShim/include")
TARGET = os.path.join(INCLUDE, "python")
KNOWN = os.path.join(ROOT, "Tools/python_api.txt")

# Prefixes of Baton's macros in capitals, and what CPython's begin with. The longest that fits counts.
CAPITALS = {
    "BT_TPFLAGS_": "Py_TPFLAGS_", "BT_METH_": "METH_", "BT_T_": "T_", "BT_READONLY": "READONLY",
    "BT_RELATIVE_OFFSET": "Py_RELATIVE_OFFSET", "BT_AUDIT_READ": "PY_AUDIT_READ", "BT_PRINT_RAW": "Py_PRINT_RAW",
    "BT_SSIZE_T_": "PY_SSIZE_T_", "BT_TIMEOUT_": "PY_TIMEOUT_", "BT_VECTORCALL_": "PY_VECTORCALL_",
    "BT_ASNATIVEBYTES_": "Py_ASNATIVEBYTES_", "BT_INVALID_THREAD_IDENT": "PYTHREAD_INVALID_THREAD_ID",
    "BT_LOCK_": "PY_LOCK_",
}
# Written by hand in Python.h, because the names alone do not carry over.
BY_HAND = {
    "Py_BEGIN_ALLOW_THREADS", "Py_END_ALLOW_THREADS", "Py_BLOCK_THREADS", "Py_UNBLOCK_THREADS", "PyMODINIT_FUNC",
    # CPython's headers do not declare it, so sources define one of their own.
    "_Py_strhex",
    # Newer than the version that sources see, so a copy of pythoncapi_compat.h in them defines it.
    "PyTuple_FromArray",
    # Sources declare these functions and define macros over them.
    "_PyArg_CheckPositional", "_PyArg_UnpackKeywords",
}

# Headers that sources include beside Python.h, which has what is in them.
FORWARDING = """
abstract boolobject bytearrayobject bytesobject ceval descrobject dictobject fileobject floatobject frameobject import
iterobject listobject longobject memoryobject methodobject modsupport moduleobject object objimpl pyerrors pymacro pymath
pymem pyport pystate pystrtod pythonrun pythread rangeobject setobject sliceobject sysmodule traceback tupleobject
typeslots unicodeobject warnings weakrefobject
""".split()


def python_name(name):
    """The CPython name that a name of Baton mirrors, or None."""
    if name.startswith("BT_"):
        fits = [prefix for prefix in CAPITALS if name.startswith(prefix)]
        if not fits:
            return None
        prefix = max(fits, key=len)
        return CAPITALS[prefix] + name[len(prefix):]
    found = re.match(r"(_?)Bt(.*)", name)
    return found and f"{found[1]}Py{found[2]}"


def clang():
    swift = shutil.which("swift")
    beside = swift and os.path.join(os.path.dirname(os.path.realpath(swift)), "clang")
    return beside if beside and os.access(beside, os.X_OK) else "clang"


def declared(node, names):
    name = node.get("name", "")
    if node.get("kind", "").endswith("Decl") and node["kind"] not in ("FieldDecl", "ParmVarDecl"):
        names.add(name)
    if node.get("kind") in ("TranslationUnitDecl", "EnumDecl", "LinkageSpecDecl"):
        for inner in node.get("inner", ()):
            declared(inner, names)


def public_names():
    run = lambda *flags: subprocess.run(
        [clang(), "-x", "c", "-I", INCLUDE, *flags, "-"], input="#include <baton.h>\n#include <baton/datetime.h>\n", text=True, check=True,
        stdout=subprocess.PIPE).stdout
    names = {line.split()[1].split("(")[0] for line in run("-E", "-dM").splitlines()}
    declared(json.loads(run("-fsyntax-only", "-Xclang", "-ast-dump=json")), names)
    return sorted(name for name in names if not name.endswith("_") and python_name(name))


HEAD = """\
/// @file {file}
/// {what}
///
/// Written by Tools/python_names.py: do not edit.
"""


def render():
    pairs = {python_name(name): name for name in public_names()}
    names = HEAD.format(file="names.h", what="CPython's names for Baton's, for Python.h.")
    names += "".join(f"#define {python} {pairs[python]}\n" for python in sorted(pairs) if python not in BY_HAND)

    python_h = open(os.path.join(TARGET, "Python.h")).read()
    by_hand = set(re.findall(r"^ *# *define +(\w+)", python_h, re.M))
    by_hand |= set(re.findall(r"^(?:typedef|}) .*?(\w+);", python_h, re.M))
    have = sorted(set(pairs) | by_hand)
    what = "Names of CPython that Baton does not have: to use one does not compile, and says what is near."
    missing = HEAD.format(file="missing.h", what=what)
    for name in open(KNOWN).read().split():
        if name not in pairs and name not in by_hand:
            near = difflib.get_close_matches(name, have, 1, 0)[0]
            missing += f"#define {name} Baton_has_no_{name}_nearest_is_{near}\n"
    files = {"names.h": names, "missing.h": missing}
    for name in FORWARDING:
        what = "What CPython has in this header stands in Python.h."
        files[f"{name}.h"] = HEAD.format(file=f"{name}.h", what=what) + '#include "Python.h"\n'
    return files


def main():
    stale = []
    for file, text in render().items():
        path = os.path.join(TARGET, file)
        if not os.path.exists(path) or open(path).read() != text:
            stale.append(file)
            if "--check" not in sys.argv:
                open(path, "w").write(text)
    if stale and "--check" in sys.argv:
        sys.exit(f"python_names.py: out of date: {', '.join(stale)}; run Tools/python_names.py")


main()
