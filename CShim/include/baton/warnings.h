/// @file warnings.h
/// Warnings: a note to the user on standard error, or an exception where a filter says so.
///
/// The filters are Python's defaults (DeprecationWarning, PendingDeprecationWarning, ImportWarning and ResourceWarning
/// are ignored, others are shown once a place), preceded by those of the environment variable BATON_WARNINGS, in the form
/// of PYTHONWARNINGS: `action[:message[:category[:module[:line]]]]`, separated by commas; the last one counts first.
///
/// Every function: 0, or -1 with an exception set if the warning became one (the caller fails then as with any other).
#ifndef BATON_WARNINGS_H
#define BATON_WARNINGS_H

#include "type.h"

BT_BEGIN_DECLS

/// Warn. `category` is a class that derives from Warning (NULL: RuntimeWarning), `message` is UTF-8; `stack_level` 1 is
/// the place that calls. Mirrors: PyErr_WarnEx.
BT_API int BtErr_WarnEx(BtObject *category, const char *message, Bt_ssize_t stack_level)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// As BtErr_WarnEx with stack level 1. Mirrors: PyErr_Warn.
#define BtErr_Warn(category, message) BtErr_WarnEx((category), (message), 1)

/// As BtErr_WarnEx, with a text made as by BtUnicode_FromFormat. Mirrors: PyErr_WarnFormat.
BT_API int BtErr_WarnFormat(BtObject *category, Bt_ssize_t stack_level, const char *format, ...)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Issue a ResourceWarning about `source`, an object that was not closed. Mirrors: PyErr_ResourceWarning.
BT_API int BtErr_ResourceWarning(BtObject *source, Bt_ssize_t stack_level, const char *format, ...)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Warn about a place that is told. `module` may be NULL (from the file name), `registry` is a dict of the places
/// warned about or NULL. Mirrors: PyErr_WarnExplicitObject.
BT_API int BtErr_WarnExplicitObject(
    BtObject *category, BtObject *message, BtObject *filename, int line, BtObject *module, BtObject *registry)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// As BtErr_WarnExplicitObject, from UTF-8. Mirrors: PyErr_WarnExplicit.
BT_API int BtErr_WarnExplicit(
    BtObject *category, const char *message, const char *filename, int line, const char *module, BtObject *registry)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// As BtErr_WarnExplicit, with a text made as by BtUnicode_FromFormat. Mirrors: PyErr_WarnExplicitFormat.
BT_API int BtErr_WarnExplicitFormat(
    BtObject *category, const char *filename, int line, const char *module, BtObject *registry, const char *format, ...)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

BT_END_DECLS

#endif
