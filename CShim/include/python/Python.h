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
#define _PyVarObject_CAST(object) BT_CAST(PyVarObject *, object)
#define _Py_CAST(type, value) BT_CAST(type, value)
#define _Py_STATIC_CAST(type, value) BT_STATIC_CAST(type, value)
#define _Py_NULL NULL

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

typedef intptr_t Py_intptr_t;
typedef uintptr_t Py_uintptr_t;
typedef struct Py_complex {
    double real;
    double imag;
} Py_complex;

#include "missing.h"

#endif
