/// @file errors.h
/// The error indicator (R9): raising, looking, matching, catching, reporting.
///
/// Each attached thread has one indicator. A function that fails sets it and returns its error value; a caller either
/// passes both on or clears it. It is never set while detached: carry a code out of an allow-threads block and raise
/// after it.
#ifndef BATON_ERRORS_H
#define BATON_ERRORS_H

#include <stdarg.h>

#include "exception.h"

BT_BEGIN_DECLS

// Raising.

/// Raise `exception` (a class) with a text in UTF-8. Mirrors: PyErr_SetString.
BT_API void BtErr_SetString(BtObject *exception, const char *message) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Raise `exception` (a class) with `value`: the exception itself, its arguments (a tuple), its one argument, or NULL
/// or None for no argument. While an exception is being handled it becomes the context. Mirrors: PyErr_SetObject.
BT_API void BtErr_SetObject(BtObject *exception, BtObject *value) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Raise `exception` (a class) without arguments. Mirrors: PyErr_SetNone.
BT_API void BtErr_SetNone(BtObject *exception) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Raise `exception` with a text made as by BtUnicode_FromFormat; return NULL always. Mirrors: PyErr_Format.
BT_API BtObject *BtErr_Format(BtObject *exception, const char *format, ...)
    BT_ATTACHED BT_NO_REF BT_ERR(always) BT_SAFETY(atomic);
/// As BtErr_Format, from a va_list. Mirrors: PyErr_FormatV.
BT_API BtObject *BtErr_FormatV(BtObject *exception, const char *format, va_list arguments)
    BT_ATTACHED BT_NO_REF BT_ERR(always) BT_SAFETY(atomic);
/// Raise as BtErr_Format does; the exception that was raised before becomes the cause and the context.
/// Mirrors: _PyErr_FormatFromCause.
BT_API BtObject *_BtErr_FormatFromCause(BtObject *exception, const char *format, ...)
    BT_ATTACHED BT_NO_REF BT_ERR(always) BT_SAFETY(atomic);
/// Raise MemoryError without allocating anything; return NULL always. Mirrors: PyErr_NoMemory.
BT_API BtObject *BtErr_NoMemory(void) BT_ATTACHED BT_NO_REF BT_ERR(always) BT_SAFETY(atomic);
/// Raise TypeError "bad argument type for built-in operation"; return 0 always. Mirrors: PyErr_BadArgument.
BT_API int BtErr_BadArgument(void) BT_ATTACHED BT_ERR(always) BT_SAFETY(atomic);
/// Raise SystemError: an internal function was called with an argument of the wrong kind. The macro tells the place.
/// Mirrors: PyErr_BadInternalCall.
BT_API void _BtErr_BadInternalCall(const char *filename, int line) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
BT_API void BtErr_BadInternalCall(void) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
#ifndef __swift__
#  define BtErr_BadInternalCall() _BtErr_BadInternalCall(__FILE__, __LINE__)
#endif

// Errors of system calls: the class follows the number (ENOENT: FileNotFoundError), args are (errno, text[, filename]).

/// Raise from `errno`; return NULL always. `exception` is mostly BtExc_OSError. EINTR runs signal handlers first.
/// Mirrors: PyErr_SetFromErrno.
BT_API BtObject *BtErr_SetFromErrno(BtObject *exception) BT_ATTACHED BT_NO_REF BT_ERR(always) BT_SAFETY(atomic);
/// As BtErr_SetFromErrno, with the name of a file (file-system encoding; NULL: none).
/// Mirrors: PyErr_SetFromErrnoWithFilename.
BT_API BtObject *BtErr_SetFromErrnoWithFilename(BtObject *exception, const char *filename)
    BT_ATTACHED BT_NO_REF BT_ERR(always) BT_SAFETY(atomic);
/// As BtErr_SetFromErrno, with a file name object (NULL: none). Mirrors: PyErr_SetFromErrnoWithFilenameObject.
BT_API BtObject *BtErr_SetFromErrnoWithFilenameObject(BtObject *exception, BtObject *filename)
    BT_ATTACHED BT_NO_REF BT_ERR(always) BT_SAFETY(atomic);
/// As BtErr_SetFromErrno, with two file names (rename, link). Mirrors: PyErr_SetFromErrnoWithFilenameObjects.
BT_API BtObject *BtErr_SetFromErrnoWithFilenameObjects(BtObject *exception, BtObject *filename, BtObject *filename2)
    BT_ATTACHED BT_NO_REF BT_ERR(always) BT_SAFETY(atomic);

/// Raise ImportError with `msg` and the attributes name and path (NULL: None); return NULL always.
/// Mirrors: PyErr_SetImportError.
BT_API BtObject *BtErr_SetImportError(BtObject *msg, BtObject *name, BtObject *path)
    BT_ATTACHED BT_NO_REF BT_ERR(always) BT_SAFETY(atomic);
/// As BtErr_SetImportError, of a class that derives from ImportError. Mirrors: PyErr_SetImportErrorSubclass.
BT_API BtObject *BtErr_SetImportErrorSubclass(BtObject *exception, BtObject *msg, BtObject *name, BtObject *path)
    BT_ATTACHED BT_NO_REF BT_ERR(always) BT_SAFETY(atomic);

/// Give the raised SyntaxError the place it is about: a file name, a line and a column (0: none).
/// Mirrors: PyErr_SyntaxLocationObject, PyErr_SyntaxLocationEx, PyErr_SyntaxLocation.
BT_API void BtErr_SyntaxLocationObject(BtObject *filename, int line, int column)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
BT_API void BtErr_SyntaxLocationEx(const char *filename, int line, int column)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
BT_API void BtErr_SyntaxLocation(const char *filename, int line) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

// Looking and matching.

/// Return the class of the raised exception, or NULL if there is none. Compare it with NULL only.
/// Mirrors: PyErr_Occurred.
BT_API BtObject *BtErr_Occurred(void) BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(atomic);
/// Forget the raised exception, if any. Mirrors: PyErr_Clear.
BT_API void BtErr_Clear(void) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Say whether the raised exception is of a class (or of one in a tuple of classes). Mirrors: PyErr_ExceptionMatches.
BT_API int BtErr_ExceptionMatches(BtObject *classes) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Say whether `given`, an exception or a class, is of a class (or of one in a tuple of classes).
/// Mirrors: PyErr_GivenExceptionMatches.
BT_API int BtErr_GivenExceptionMatches(BtObject *given, BtObject *classes) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

// Taking and giving back.

/// Return the raised exception and clear the indicator; NULL if none is raised. Mirrors: PyErr_GetRaisedException.
BT_API BtObject *BtErr_GetRaisedException(void) BT_ATTACHED BT_NEW_REF BT_ERR(none) BT_SAFETY(atomic);
/// Make `exception` the raised one as it is (no context is set); NULL clears. Mirrors: PyErr_SetRaisedException.
BT_API void BtErr_SetRaisedException(BtObject *exception)
    BT_ATTACHED BT_STEALS(exception) BT_ERR(none) BT_SAFETY(atomic);
/// Take the raised exception apart, and clear the indicator; all NULL if none is raised. `traceback` may be NULL
/// although one is raised. Use BtErr_GetRaisedException instead. Mirrors: PyErr_Fetch.
BT_API void BtErr_Fetch(BtObject **type, BtObject **value, BtObject **traceback)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Set the indicator from what BtErr_Fetch gave; all NULL clears. Mirrors: PyErr_Restore.
BT_API void BtErr_Restore(BtObject *type, BtObject *value, BtObject *traceback)
    BT_ATTACHED BT_STEALS(all) BT_ERR(none) BT_SAFETY(atomic);
/// Make `*value` an exception of `*type`, which may change both. Mirrors: PyErr_NormalizeException.
BT_API void BtErr_NormalizeException(BtObject **type, BtObject **value, BtObject **traceback)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Raise the exception taken before again, or make it the context of the one raised since.
/// Mirrors: _PyErr_ChainExceptions, _PyErr_ChainExceptions1.
BT_API void _BtErr_ChainExceptions(BtObject *type, BtObject *value, BtObject *traceback)
    BT_ATTACHED BT_STEALS(all) BT_ERR(none) BT_SAFETY(atomic);
BT_API void _BtErr_ChainExceptions1(BtObject *exception)
    BT_ATTACHED BT_STEALS(exception) BT_ERR(none) BT_SAFETY(atomic);

/// Return the exception that is being handled (caught, not raised), or NULL. Mirrors: PyErr_GetHandledException.
BT_API BtObject *BtErr_GetHandledException(void) BT_ATTACHED BT_NEW_REF BT_ERR(none) BT_SAFETY(atomic);
/// Say which exception is being handled; NULL or None: none. Mirrors: PyErr_SetHandledException.
BT_API void BtErr_SetHandledException(BtObject *exception) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// As BtErr_GetHandledException, taken apart; new references, None where there is none. Mirrors: PyErr_GetExcInfo.
BT_API void BtErr_GetExcInfo(BtObject **type, BtObject **value, BtObject **traceback)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// As BtErr_SetHandledException; `type` and `traceback` are dropped unread. Mirrors: PyErr_SetExcInfo.
BT_API void BtErr_SetExcInfo(BtObject *type, BtObject *value, BtObject *traceback)
    BT_ATTACHED BT_STEALS(all) BT_ERR(none) BT_SAFETY(atomic);

// Making classes.

/// Make an exception class named "module.Class". `base` is a class or a tuple of classes (NULL: Exception), `dict` its
/// attributes (NULL: none). Mirrors: PyErr_NewException.
BT_API BtObject *BtErr_NewException(const char *name, BtObject *base, BtObject *dict)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// As BtErr_NewException, with documentation (NULL: none). Mirrors: PyErr_NewExceptionWithDoc.
BT_API BtObject *BtErr_NewExceptionWithDoc(const char *name, const char *doc, BtObject *base, BtObject *dict)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

// Reporting, on standard error.

/// Print the raised exception with its traceback, and clear it. A SystemExit ends the process with its code.
/// Mirrors: PyErr_Print.
BT_API void BtErr_Print(void) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// As BtErr_Print; `set_sys_last_vars` is accepted and has no effect. Mirrors: PyErr_PrintEx.
BT_API void BtErr_PrintEx(int set_sys_last_vars) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Print `value` with `traceback`, its causes, contexts and notes. Mirrors: PyErr_Display.
BT_API void BtErr_Display(BtObject *type, BtObject *value, BtObject *traceback)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Print `exception` with its traceback, causes, contexts and notes. Mirrors: PyErr_DisplayException.
BT_API void BtErr_DisplayException(BtObject *exception) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Print the raised exception, which nobody can catch, with what it was about (NULL: nothing), and clear it.
/// Mirrors: PyErr_WriteUnraisable.
BT_API void BtErr_WriteUnraisable(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Print the raised exception under a text made as by BtUnicode_FromFormat, and clear it.
/// Mirrors: PyErr_FormatUnraisable.
BT_API void BtErr_FormatUnraisable(const char *format, ...) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// As BtErr_WriteUnraisable, with "Exception ignored " and `message` in front (NULL: as it does).
/// Mirrors: _PyErr_WriteUnraisableMsg.
BT_API void _BtErr_WriteUnraisableMsg(const char *message, BtObject *object)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

BT_END_DECLS

#endif
