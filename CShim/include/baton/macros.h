/// @file macros.h
/// General macros that extension sources use, under the names they know.
#ifndef BATON_MACROS_H
#define BATON_MACROS_H

#include "type.h"

/// The smaller, the larger, the magnitude. Arguments are evaluated twice. Mirrors: Py_MIN, Py_MAX, Py_ABS.
#define Bt_MIN(x, y) (((x) > (y)) ? (y) : (x))
#define Bt_MAX(x, y) (((x) > (y)) ? (x) : (y))
#define Bt_ABS(x) ((x) < 0 ? -(x) : (x))

/// The number of elements of an array (not of a pointer, which clang and gcc report). Mirrors: Py_ARRAY_LENGTH.
#define Bt_ARRAY_LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/// The size of a member of a struct, in bytes. Mirrors: Py_MEMBER_SIZE.
#define Bt_MEMBER_SIZE(type, member) sizeof(((type *)0)->member)

/// The text of an expression after macro expansion. Mirrors: Py_STRINGIFY.
#define Bt_STRINGIFY_(x) #x
#define Bt_STRINGIFY(x) Bt_STRINGIFY_(x)

/// A char as an unsigned value of 0 to 255. Mirrors: Py_CHARMASK.
#define Bt_CHARMASK(c) (BT_STATIC_CAST(unsigned char, (c) & 0xff))

/// Code that cannot be reached. Mirrors: Py_UNREACHABLE.
#define Bt_UNREACHABLE() __builtin_unreachable()

/// Name a parameter that is not used: `static BtObject *f(BtObject *Bt_UNUSED(self))`. Mirrors: Py_UNUSED.
#define Bt_UNUSED(name) BT_UNUSED(name)

/// Mark a function to be always inlined, never inlined, or deprecated. Mirrors: Py_ALWAYS_INLINE, Py_NO_INLINE.
#define Bt_ALWAYS_INLINE __attribute__((always_inline))
#define Bt_NO_INLINE __attribute__((noinline))
#define Bt_DEPRECATED(version) __attribute__((deprecated))
#define Bt_GCC_ATTRIBUTE(attribute) __attribute__(attribute)

/// Make a symbol visible to the program that loads the library, or hide it. Mirrors: Py_EXPORTED_SYMBOL.
#define Bt_EXPORTED_SYMBOL __attribute__((visibility("default")))
#define Bt_LOCAL_SYMBOL __attribute__((visibility("hidden")))

/// Documentation strings. Mirrors: PyDoc_STRVAR, PyDoc_STR.
#define BtDoc_VAR(name) static const char name[]
#define BtDoc_STRVAR(name, text) BtDoc_VAR(name) = BtDoc_STR(text)
#define BtDoc_STR(text) text

/// Inside tp_traverse, whose parameters are named `visit` and `arg`: visit a reference that may be NULL.
/// Mirrors: Py_VISIT.
#define Bt_VISIT(reference)                                            \
    do {                                                               \
        if (reference) {                                               \
            int stop_ = visit(BtObject_CAST_(reference), arg);         \
            if (stop_) {                                               \
                return stop_;                                          \
            }                                                          \
        }                                                              \
    } while (0)

#endif
