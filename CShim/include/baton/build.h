/// @file build.h
/// Building values, and calling, by a format.
///
/// Units, each with the C type of what is passed:
///
///     s z U  const char *               str from UTF-8; NULL gives None;   with # a Bt_ssize_t size follows
///     y      const char *               bytes; NULL gives None;            with # a Bt_ssize_t size follows
///     u      const wchar_t *            str; NULL gives None;              with # a Bt_ssize_t size follows
///     b h i  int                        int;   B H: int as well
///     I l k  unsigned int, long, unsigned long
///     L K n  long long, unsigned long long, Bt_ssize_t
///     p      int                        bool
///     c C    int                        bytes of size 1; str of length 1
///     d f    double                     float
///     O S    BtObject *                 the object, a new reference to it
///     N      BtObject *                 the object, whose reference is taken over (also when the call fails)
///     O&     converter, void *          what BtObject *converter(void *) returns
///     (…) […] {…}                       a tuple, a list, a dict of alternating keys and values
///
/// A NULL object is the error that is set already, or else a SystemError. Space, tab, comma and colon are skipped.
#ifndef BATON_BUILD_H
#define BATON_BUILD_H

#include <stdarg.h>

#include "type.h"

BT_BEGIN_DECLS

/// Build a value: None for an empty format, the value of one unit, a tuple of several.
///
/// Ownership: references of N are taken over, also on failure.
/// Errors:    NULL with the error of a unit, or SystemError for a bad format.
/// Mirrors:   Py_BuildValue.
BT_API BtObject *Bt_BuildValue(const char *format, ...) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// As Bt_BuildValue with the values in a list. Mirrors: Py_VaBuildValue.
BT_API BtObject *Bt_VaBuildValue(const char *format, va_list values)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Call `callable` with the arguments that `format` builds. A format that gives one tuple spreads it.
///
/// Errors:  NULL with the exception of the call.
/// Mirrors: PyObject_CallFunction.
BT_API BtObject *BtObject_CallFunction(BtObject *callable, const char *format, ...)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Call the method `name` of `object` with the arguments that `format` builds. Mirrors: PyObject_CallMethod.
BT_API BtObject *BtObject_CallMethod(BtObject *object, const char *name, const char *format, ...)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Call `callable` with the objects that follow, borrowed, up to a NULL. Mirrors: PyObject_CallFunctionObjArgs.
BT_API BtObject *BtObject_CallFunctionObjArgs(BtObject *callable, ...)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Call the method `name` (a str) of `object` with the objects that follow, borrowed, up to a NULL.
/// Mirrors: PyObject_CallMethodObjArgs.
BT_API BtObject *BtObject_CallMethodObjArgs(BtObject *object, BtObject *name, ...)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Make a tuple of the `count` objects that follow, borrowed. Mirrors: PyTuple_Pack.
BT_API BtObject *BtTuple_Pack(Bt_ssize_t count, ...) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

BT_END_DECLS

#endif
