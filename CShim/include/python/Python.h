/// @file Python.h
/// CPython's C API over Baton's: existing extension sources compile unmodified.
///
/// `baton build --python-h` puts this folder on the search path. names.h maps each name that Baton mirrors; what stands here
/// is what sources expect beside the names: standard headers, version and platform macros, the allow-threads macros with
/// their variable `_save`. missing.h turns what is not there into one compile error that says so.
///
/// The version that sources see is CPython 3.14's: so they take the public functions and not an older release's fields, and a
/// copy of pythoncapi_compat.h that they carry adds nothing that is here.
#ifndef Py_PYTHON_H
#define Py_PYTHON_H

#include "pyconfig.h"

#if defined(Py_BUILD_CORE_MODULE) && !defined(Py_BUILD_CORE)
#  define Py_BUILD_CORE
#endif

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include <baton.h>

#include "patchlevel.h"
#include "names.h"

#ifdef __cplusplus
// CPython's macros cast as C does, which also takes an object of a class that converts to PyObject *.
#  undef BT_CAST
#  define BT_CAST(type, expression) ((type)(expression))
#endif

// Struct tags that old sources name.
#define _object BtObject
#define _typeobject BtTypeObject
#define _ts BtThreadState
#define _is BtInterpreterState

/// What sources read of a thread state. The runtime alone makes one.
struct BtThreadState {
    struct BtThreadHead_ head_;
    PyInterpreterState *interp;
};

// Linkage. C++ sources define an init function without a declaration before it.
#define PyAPI_FUNC(type) BT_API type
#define PyAPI_DATA(type) extern BT_API type
#ifdef __cplusplus
#  define PyMODINIT_FUNC extern "C" BT_API PyObject *
#else
#  define PyMODINIT_FUNC BT_API PyObject *
#endif

// --- Threads. Sources may declare `PyThreadState *_save` and use the inner pair alone.

#define Py_BEGIN_ALLOW_THREADS \
    {                          \
        PyThreadState *_save;  \
        _save = PyEval_SaveThread();
#define Py_BLOCK_THREADS PyEval_RestoreThread(_save);
#define Py_UNBLOCK_THREADS _save = PyEval_SaveThread();
#define Py_END_ALLOW_THREADS         \
        PyEval_RestoreThread(_save); \
    }
/// Nothing to do: the lock exists from the start.
#define PyEval_InitThreads() ((void)0)
#define PyEval_ThreadsInitialized() 1

// --- Macros of CPython's headers that Baton's own API has no use for.

#define Py_MEMCPY memcpy
#define Py_LL(x) x##LL
#define Py_ULL(x) x##ULL
#define Py_VA_COPY va_copy
#define Py_UNICODE_SIZE 4
#define Py_LOCAL(type) static type
#define Py_LOCAL_INLINE(type) static inline type
#define Py_ALIGNED(x) __attribute__((aligned(x)))
#define Py_SAFE_DOWNCAST(value, wide, narrow) BT_STATIC_CAST(narrow, value)
#define PyLong_SHIFT 30
#define _PyObject_CAST(object) BT_CAST(PyObject *, object)
#define _PyTuple_CAST(object) BT_CAST(PyTupleObject *, object)
#define _PyVarObject_CAST(object) BT_CAST(PyVarObject *, object)
#define _Py_CAST(type, value) BT_CAST(type, value)
#define _Py_STATIC_CAST(type, value) BT_STATIC_CAST(type, value)
#define _Py_NULL NULL

// Characters of ASCII, whatever the locale.
BT_INLINE int _bt_ascii_is(int c, char first, char last) { return c >= first && c <= last; }
BT_INLINE int _bt_ascii_lower(int c) { return _bt_ascii_is(c, 'A', 'Z') ? c - 'A' + 'a' : c; }
BT_INLINE int _bt_ascii_upper(int c) { return _bt_ascii_is(c, 'a', 'z') ? c - 'a' + 'A' : c; }
#define Py_TOLOWER(c) _bt_ascii_lower(Py_CHARMASK(c))
#define Py_TOUPPER(c) _bt_ascii_upper(Py_CHARMASK(c))
#define Py_ISLOWER(c) _bt_ascii_is(Py_CHARMASK(c), 'a', 'z')
#define Py_ISUPPER(c) _bt_ascii_is(Py_CHARMASK(c), 'A', 'Z')
#define Py_ISALPHA(c) _bt_ascii_is(Py_TOLOWER(c), 'a', 'z')
#define Py_ISDIGIT(c) _bt_ascii_is(Py_CHARMASK(c), '0', '9')
#define Py_ISXDIGIT(c) (Py_ISDIGIT(c) || _bt_ascii_is(Py_TOLOWER(c), 'a', 'f'))
#define Py_ISALNUM(c) (Py_ISALPHA(c) || Py_ISDIGIT(c))
#define Py_ISSPACE(c) (Py_CHARMASK(c) == ' ' || _bt_ascii_is(Py_CHARMASK(c), '\t', '\r'))

#define PyOS_snprintf snprintf
#define PyOS_vsnprintf vsnprintf
#define PyOS_stricmp strcasecmp
#define PyOS_strnicmp strncasecmp
#define PyOS_mystricmp strcasecmp
#define PyOS_mystrnicmp strncasecmp
#define PyOS_strtol strtol
#define PyOS_strtoul strtoul
#define Py_hexdigits "0123456789abcdef"
#define Py_FileSystemDefaultEncoding "utf-8"
#define Py_FileSystemDefaultEncodeErrors "surrogateescape"
#define _PyThreadState_UncheckedGet PyThreadState_GetUnchecked
#define _Py_IsFinalizing Py_IsFinalizing
#define Py_Version ((unsigned long)PY_VERSION_HEX)

// --- Names that are made once. The object is interned, so it is never freed.

typedef struct _Py_Identifier {
    const char *string;
    PyObject *object;
} _Py_Identifier;
#define _Py_static_string_init(text) { text, NULL }
#define _Py_static_string(name, text) static _Py_Identifier name = _Py_static_string_init(text)
#define _Py_IDENTIFIER(name) _Py_static_string(PyId_##name, #name)

BT_INLINE PyObject *_bt_text_of_id(_Py_Identifier *id) BT_ATTACHED
{
    if (id->object == NULL) {
        id->object = PyUnicode_InternFromString(id->string);
    }
    return id->object;
}
#define _PyUnicode_FromId(id) _bt_text_of_id(id)
#define _PyObject_GetAttrId(object, id) PyObject_GetAttrString((object), (id)->string)
#define _PyObject_SetAttrId(object, id, value) PyObject_SetAttrString((object), (id)->string, (value))
#define _PyObject_HasAttrId(object, id) PyObject_HasAttrString((object), (id)->string)
#define _PyObject_CallMethodId(object, id, ...) PyObject_CallMethod((object), (id)->string, __VA_ARGS__)
#define _PyObject_CallMethodIdNoArgs(object, id) PyObject_CallMethod((object), (id)->string, NULL)
#define _PyObject_CallMethodIdOneArg(object, id, argument) \
    PyObject_CallMethodOneArg((object), _PyUnicode_FromId(id), (argument))
#define _PyObject_CallMethodIdObjArgs(object, id, ...) \
    PyObject_CallMethodObjArgs((object), _PyUnicode_FromId(id), __VA_ARGS__)
#define _PyDict_GetItemId(dict, id) PyDict_GetItemString((dict), (id)->string)
#define _PyDict_SetItemId(dict, id, value) PyDict_SetItemString((dict), (id)->string, (value))

// --- Functions of Argument Clinic's code, under names of their own: sources declare them once more, and put a macro of the
// same name over that.

PyAPI_FUNC(int) _PyArg_CheckPositional(const char *name, Py_ssize_t count, Py_ssize_t min, Py_ssize_t max)
    __asm__("_BtArg_CheckPositional") BT_ATTACHED;
PyAPI_FUNC(PyObject *const *) _PyArg_UnpackKeywords(
    PyObject *const *args, Py_ssize_t count, PyObject *kwargs, PyObject *names, struct _BtArg_Parser *parser, int min,
    int max, int min_keywords, PyObject **slots) __asm__("_BtArg_UnpackKeywords") BT_ATTACHED;

// --- Constants by number, and types that nobody changes.

#define Py_CONSTANT_NONE 0
#define Py_CONSTANT_FALSE 1
#define Py_CONSTANT_TRUE 2
#define Py_CONSTANT_ELLIPSIS 3
#define Py_CONSTANT_NOT_IMPLEMENTED 4
#define Py_CONSTANT_ZERO 5
#define Py_CONSTANT_ONE 6
#define Py_CONSTANT_EMPTY_STR 7
#define Py_CONSTANT_EMPTY_BYTES 8
#define Py_CONSTANT_EMPTY_TUPLE 9

BT_INLINE PyObject *_bt_constant(unsigned int number) BT_ATTACHED
{
    switch (number) {
    case Py_CONSTANT_NONE: return Py_NewRef(Py_None);
    case Py_CONSTANT_FALSE: return Py_NewRef(Py_False);
    case Py_CONSTANT_TRUE: return Py_NewRef(Py_True);
    case Py_CONSTANT_ELLIPSIS: return Py_NewRef(Py_Ellipsis);
    case Py_CONSTANT_NOT_IMPLEMENTED: return Py_NewRef(Py_NotImplemented);
    case Py_CONSTANT_ZERO:
    case Py_CONSTANT_ONE: return PyLong_FromLong(number == Py_CONSTANT_ONE);
    case Py_CONSTANT_EMPTY_STR: return PyUnicode_FromStringAndSize("", 0);
    case Py_CONSTANT_EMPTY_BYTES: return PyBytes_FromStringAndSize("", 0);
    case Py_CONSTANT_EMPTY_TUPLE: return PyTuple_New(0);
    default: PyErr_BadInternalCall(); return NULL;
    }
}
#define Py_GetConstant(number) _bt_constant(number)

/// Make a type immutable whose bases are all so. -1: TypeError.
BT_INLINE int _bt_freeze_type(PyTypeObject *type) BT_ATTACHED
{
    for (Py_ssize_t index = 1; index < PyTuple_GET_SIZE(type->tp_mro); index++) {
        PyTypeObject *base = BT_CAST(PyTypeObject *, PyTuple_GET_ITEM(type->tp_mro, index));
        if ((base->tp_flags & (Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HEAPTYPE)) == Py_TPFLAGS_HEAPTYPE) {
            PyErr_Format(PyExc_TypeError, "Creating immutable type %s from mutable base %N", type->tp_name, base);
            return -1;
        }
    }
    type->tp_flags |= Py_TPFLAGS_IMMUTABLETYPE;
    PyType_Modified(type);
    return 0;
}
#define PyType_Freeze(type) _bt_freeze_type(type)

// --- Functions of scripts.

extern BT_API PyTypeObject BtFunction_Type;
#define PyFunction_Type BtFunction_Type
#define PyFunction_Check(object) Py_IS_TYPE((object), &PyFunction_Type)

typedef intptr_t Py_intptr_t;
typedef uintptr_t Py_uintptr_t;

#include "missing.h"

#endif
