internal import CBaton
internal import CBaton.Host
internal import Glibc

// Modules of Python's library, for the message about those that Baton has not.

/// Names that a script expects to find.
let standardModules: Set<String> = [
    "__future__", "_thread", "abc", "argparse", "array", "ast", "asyncio", "atexit", "base64", "bisect", "bz2",
    "calendar",
    "cmath", "cmd", "code", "codecs", "collections", "concurrent", "configparser", "contextlib", "contextvars", "copy",
    "copyreg", "csv", "ctypes", "curses", "dataclasses", "datetime", "decimal", "difflib", "dis", "doctest", "email",
    "enum", "errno", "faulthandler", "fcntl", "filecmp", "fileinput", "fnmatch", "fractions", "ftplib", "functools",
    "gc",
    "getopt", "getpass", "gettext", "glob", "graphlib", "grp", "gzip", "hashlib", "heapq", "hmac", "html", "http",
    "imaplib", "importlib", "inspect", "io", "ipaddress", "itertools", "json", "keyword", "linecache", "locale",
    "logging",
    "lzma", "marshal", "math", "mimetypes", "mmap", "multiprocessing", "netrc", "numbers", "opcode", "operator",
    "optparse",
    "os", "pathlib", "pdb", "pickle", "pkgutil", "platform", "plistlib", "poplib", "posix", "pprint", "profile",
    "pstats",
    "pty", "pwd", "py_compile", "pyclbr", "pydoc", "queue", "quopri", "random", "re", "readline", "reprlib", "resource",
    "runpy", "sched", "secrets", "select", "selectors", "shelve", "shlex", "shutil", "signal", "site", "smtplib",
    "socket",
    "socketserver", "sqlite3", "ssl", "stat", "statistics", "string", "stringprep", "struct", "subprocess", "symtable",
    "sys", "sysconfig", "syslog", "tarfile", "tempfile", "termios", "textwrap", "threading", "time", "timeit",
    "tkinter",
    "token", "tokenize", "tomllib", "trace", "traceback", "tracemalloc", "tty", "types", "typing", "unicodedata",
    "unittest", "urllib", "uuid", "venv", "warnings", "wave", "weakref", "webbrowser", "xml", "zipfile", "zlib",
    "zoneinfo",
]

/// The modules that Baton brings, sorted.
private func ownModules() -> [String] {
    var names = Set(nativeModuleNames.map { "\($0)" })
    if let folder = scriptLibraryFolder(), let handle = opendir(folder) {
        defer { closedir(handle) }
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".py") {
                names.insert(String(name.dropLast(3)))
            } else if !name.contains(".") {
                names.insert(name)
            }
        }
    }
    return names.filter { !$0.hasPrefix("_") || $0 == "_thread" }.sorted()
}

/// Raise ModuleNotFoundError for a module of Python's library that is not done.
func raiseModuleNotDone(_ name: String) -> Ref? {
    raiseModuleNotFound(
        "No module named '\(name)': Baton has \(ownModules().joined(separator: ", "))", module: name)
}
