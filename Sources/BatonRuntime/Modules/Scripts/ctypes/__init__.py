"""Create and use C data, and call functions of C libraries.

As Python's ctypes; what is Baton's own: CDLL(path, release='auto') and function.release say what a call does with the
lock ('hold', 'release', 'lazy', 'auto'), and report() tells what came of it.
"""

import os as _os
import sys as _sys
import types as _types

from _ctypes import Union, Structure, Array
from _ctypes import _Pointer
from _ctypes import CFuncPtr as _CFuncPtr
from _ctypes import __version__ as _ctypes_version
from _ctypes import RTLD_LOCAL, RTLD_GLOBAL
from _ctypes import ArgumentError
from _ctypes import SIZEOF_TIME_T
from _ctypes import FUNCFLAG_CDECL as _FUNCFLAG_CDECL, \
    FUNCFLAG_PYTHONAPI as _FUNCFLAG_PYTHONAPI, \
    FUNCFLAG_USE_ERRNO as _FUNCFLAG_USE_ERRNO, \
    FUNCFLAG_USE_LASTERROR as _FUNCFLAG_USE_LASTERROR
from _ctypes import sizeof, byref, addressof, alignment, resize
from _ctypes import get_errno, set_errno
from _ctypes import POINTER, pointer, _pointer_type_cache
from _ctypes import _SimpleCData
from _ctypes import dlopen as _dlopen
from _ctypes import _memmove_addr, _memset_addr
import _ctypes as _native

__version__ = _ctypes_version

DEFAULT_MODE = RTLD_LOCAL


# --- simple types

class py_object(_SimpleCData):
    _type_ = "O"

    def __repr__(self):
        try:
            return super().__repr__()
        except ValueError:
            return "%s(<NULL>)" % type(self).__name__


class c_short(_SimpleCData):
    _type_ = "h"


class c_ushort(_SimpleCData):
    _type_ = "H"


class c_long(_SimpleCData):
    _type_ = "l"


class c_ulong(_SimpleCData):
    _type_ = "L"


class c_int(_SimpleCData):
    _type_ = "i"


class c_uint(_SimpleCData):
    _type_ = "I"


class c_float(_SimpleCData):
    _type_ = "f"


class c_double(_SimpleCData):
    _type_ = "d"


class c_longdouble(_SimpleCData):
    _type_ = "g"


# A long has 64 bits here, and a long long is the same.
c_longlong = c_long
c_ulonglong = c_ulong


class c_ubyte(_SimpleCData):
    _type_ = "B"


c_ubyte.__ctype_le__ = c_ubyte.__ctype_be__ = c_ubyte


class c_byte(_SimpleCData):
    _type_ = "b"


c_byte.__ctype_le__ = c_byte.__ctype_be__ = c_byte


class c_char(_SimpleCData):
    _type_ = "c"


c_char.__ctype_le__ = c_char.__ctype_be__ = c_char


class c_char_p(_SimpleCData):
    _type_ = "z"

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, c_void_p.from_buffer(self).value)


class c_void_p(_SimpleCData):
    _type_ = "P"


c_voidp = c_void_p


class c_bool(_SimpleCData):
    _type_ = "?"


class c_wchar_p(_SimpleCData):
    _type_ = "Z"

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, c_void_p.from_buffer(self).value)


class c_wchar(_SimpleCData):
    _type_ = "u"


c_int8 = c_byte
c_uint8 = c_ubyte
c_int16 = c_short
c_uint16 = c_ushort
c_int32 = c_int
c_uint32 = c_uint
c_int64 = c_long
c_uint64 = c_ulong
c_size_t = c_ulong
c_ssize_t = c_long
c_time_t = c_int64

_pointer_type_cache[None] = c_void_p


# --- arrays of characters

def create_string_buffer(init, size=None):
    """create_string_buffer(aBytes) -> character array
    create_string_buffer(anInteger) -> character array
    create_string_buffer(aBytes, anInteger) -> character array
    """
    if isinstance(init, bytes):
        if size is None:
            size = len(init) + 1
        buffer = (c_char * size)()
        buffer.value = init
        return buffer
    if isinstance(init, int):
        return (c_char * init)()
    raise TypeError(init)


c_buffer = create_string_buffer


def create_unicode_buffer(init, size=None):
    """create_unicode_buffer(aString) -> character array
    create_unicode_buffer(anInteger) -> character array
    create_unicode_buffer(aString, anInteger) -> character array
    """
    if isinstance(init, str):
        if size is None:
            size = len(init) + 1
        buffer = (c_wchar * size)()
        buffer.value = init
        return buffer
    if isinstance(init, int):
        return (c_wchar * init)()
    raise TypeError(init)


def SetPointerType(pointer, cls):
    """Say what an incomplete pointer type, made by POINTER('name'), points to."""
    if _pointer_type_cache.get(cls, None) is not None:
        raise RuntimeError("This type already exists in the cache")
    if id(pointer) not in _pointer_type_cache:
        raise RuntimeError("What's this???")
    pointer.set_type(cls)
    _pointer_type_cache[cls] = pointer
    del _pointer_type_cache[id(pointer)]


def ARRAY(typ, len):
    return typ * len


# --- types of functions

_c_functype_cache = {}


def _function_type(kind, restype, argtypes, flags):
    known = _c_functype_cache.get((kind, restype, argtypes, flags))
    if known is not None:
        return known

    class CFunctionType(_CFuncPtr):
        _argtypes_ = argtypes
        _restype_ = restype
        _flags_ = flags

    CFunctionType.__qualname__ = kind + ".<locals>.CFunctionType"
    return CFunctionType


def CFUNCTYPE(restype, *argtypes, **kw):
    """CFUNCTYPE(restype, *argtypes,
                 use_errno=False, use_last_error=False) -> function prototype.
    """
    flags = _FUNCFLAG_CDECL
    if kw.pop("use_errno", False):
        flags |= _FUNCFLAG_USE_ERRNO
    if kw.pop("use_last_error", False):
        flags |= _FUNCFLAG_USE_LASTERROR
    if kw:
        raise ValueError("unexpected keyword argument(s) %s" % kw.keys())
    type = _function_type("CFUNCTYPE", restype, argtypes, flags)
    _c_functype_cache["CFUNCTYPE", restype, argtypes, flags] = type
    return type


def PYFUNCTYPE(restype, *argtypes):
    """A function prototype whose functions are called attached, and may raise."""
    return _function_type("PYFUNCTYPE", restype, argtypes, _FUNCFLAG_CDECL | _FUNCFLAG_PYTHONAPI)


# --- libraries

class CDLL(object):
    """A shared library whose functions follow C's calling convention.

    `release` says what calls do with the lock: 'hold' keeps it, 'release' puts it down for anybody, 'lazy' (the default)
    hands it over only if somebody waits, 'auto' measures and settles for one of them. With `checked`, ints that do not fit
    into the type of a parameter are refused; otherwise their low bits are passed.
    """
    _func_flags_ = _FUNCFLAG_CDECL
    _func_restype_ = c_int
    # Used when the linker's handle is not known.
    _name = '<uninitialized>'
    _handle = 0
    _FuncPtr = None
    _release = None
    _checked = False

    def __init__(self, name, mode=DEFAULT_MODE, handle=None, use_errno=False, use_last_error=False, winmode=None,
                 *, release=None, checked=False):
        if name:
            name = _os.fspath(name)
        if release is not None:
            _native._check_release(release)
            self._release = release
        if checked:
            self._checked = True
        self._name = name
        flags = self._func_flags_
        if use_errno:
            flags |= _FUNCFLAG_USE_ERRNO
        if use_last_error:
            flags |= _FUNCFLAG_USE_LASTERROR

        class _FuncPtr(_CFuncPtr):
            _flags_ = flags
            _restype_ = self._func_restype_

        self._FuncPtr = _FuncPtr
        if handle is None:
            self._handle = _dlopen(self._name, mode)
        else:
            self._handle = handle

    def __repr__(self):
        return "<%s '%s', handle %x at %#x>" % (
            self.__class__.__name__, self._name, self._handle & (_sys.maxsize * 2 + 1),
            id(self) & (_sys.maxsize * 2 + 1))

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        func = self.__getitem__(name)
        setattr(self, name, func)
        return func

    def __getitem__(self, name_or_ordinal):
        func = self._FuncPtr((name_or_ordinal, self))
        if not isinstance(name_or_ordinal, int):
            func.__name__ = name_or_ordinal
        return func


class PyDLL(CDLL):
    """A shared library whose functions use the runtime's C API: they are called attached, and may raise."""
    _func_flags_ = _FUNCFLAG_CDECL | _FUNCFLAG_PYTHONAPI


class LibraryLoader(object):
    def __init__(self, dlltype):
        self._dlltype = dlltype

    def __getattr__(self, name):
        if name[0] == '_':
            raise AttributeError(name)
        try:
            dll = self._dlltype(name)
        except OSError:
            raise AttributeError(name)
        setattr(self, name, dll)
        return dll

    def __getitem__(self, name):
        return getattr(self, name)

    def LoadLibrary(self, name):
        return self._dlltype(name)

    def __class_getitem__(cls, item):
        return _types.GenericAlias(cls, item)


cdll = LibraryLoader(CDLL)
pydll = LibraryLoader(PyDLL)
pythonapi = PyDLL(None)


# --- memory

memmove = CFUNCTYPE(c_void_p, c_void_p, c_void_p, c_size_t)(_memmove_addr)
memset = CFUNCTYPE(c_void_p, c_void_p, c_int, c_size_t)(_memset_addr)
# Few bytes at a time: the lock is not worth putting down.
memmove.release = 'auto'
memset.release = 'auto'


def cast(obj, typ):
    return _native._cast(obj, typ, c_void_p)


def string_at(ptr, size=-1):
    """string_at(ptr[, size]) -> string

    Return the byte string at void *ptr."""
    return _native._string_at(ptr, size, c_void_p)


def wstring_at(ptr, size=-1):
    """wstring_at(ptr[, size]) -> string

    Return the wide-character string at void *ptr."""
    return _native._wstring_at(ptr, size, c_void_p)


def report(file=None):
    """Print what has been counted of the calls of each function, and what that advises."""
    from ctypes._report import print_report
    print_report(_native._figures(), file)


from ctypes._endian import BigEndianStructure, LittleEndianStructure
from ctypes._endian import BigEndianUnion, LittleEndianUnion
