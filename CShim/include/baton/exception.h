/// @file exception.h
/// Exception objects: the hierarchy, the structs, their attributes. Raising and catching stands in errors.h.
#ifndef BATON_EXCEPTION_H
#define BATON_EXCEPTION_H

#include "type.h"

BT_BEGIN_DECLS

// Exception classes, named as Python's. `BtExc_TypeError` is what extensions name; `_bt_exc_TypeError` is the type object.
#define BT_EXCEPTION(name, base)             \
    BT_DATA BtTypeObject _bt_exc_##name;     \
    BT_DATA BtObject *BtExc_##name;
#include "exceptions.inc"
#undef BT_EXCEPTION
/// Other names of BtExc_OSError.
BT_DATA BtObject *BtExc_IOError;
BT_DATA BtObject *BtExc_EnvironmentError;

/// The head of every exception struct. A field may be NULL.
#define BtException_HEAD               \
    BtObject ob_base;                  \
    BtObject *dict BT_GUARDED;         \
    BtObject *args BT_GUARDED;         \
    BtObject *notes BT_GUARDED;        \
    BtObject *traceback BT_GUARDED;    \
    BtObject *context BT_GUARDED;      \
    BtObject *cause BT_GUARDED;        \
    char suppress_context BT_GUARDED;

// Guard of all fields: attached; in the free-threaded mode the object's critical section.

typedef struct BtBaseExceptionObject {
    BtException_HEAD
} BtBaseExceptionObject;

typedef struct BtSyntaxErrorObject {
    BtException_HEAD
    BtObject *msg BT_GUARDED;
    BtObject *filename BT_GUARDED;
    BtObject *lineno BT_GUARDED;
    BtObject *offset BT_GUARDED;
    BtObject *end_lineno BT_GUARDED;
    BtObject *end_offset BT_GUARDED;
    BtObject *text BT_GUARDED;
    BtObject *print_file_and_line BT_GUARDED;
} BtSyntaxErrorObject;

typedef struct BtImportErrorObject {
    BtException_HEAD
    BtObject *msg BT_GUARDED;
    BtObject *name BT_GUARDED;
    BtObject *path BT_GUARDED;
    BtObject *name_from BT_GUARDED;
} BtImportErrorObject;

typedef struct BtUnicodeErrorObject {
    BtException_HEAD
    BtObject *encoding BT_GUARDED;
    BtObject *object BT_GUARDED;
    Bt_ssize_t start BT_GUARDED;
    Bt_ssize_t end BT_GUARDED;
    BtObject *reason BT_GUARDED;
} BtUnicodeErrorObject;

typedef struct BtSystemExitObject {
    BtException_HEAD
    BtObject *code BT_GUARDED;
} BtSystemExitObject;

typedef struct BtOSErrorObject {
    BtException_HEAD
    BtObject *myerrno BT_GUARDED;
    BtObject *strerror BT_GUARDED;
    BtObject *filename BT_GUARDED;
    BtObject *filename2 BT_GUARDED;
    Bt_ssize_t written BT_GUARDED;  ///< BlockingIOError's characters_written; -1: not set
} BtOSErrorObject;

typedef struct BtBaseExceptionGroupObject {
    BtException_HEAD
    BtObject *msg BT_GUARDED;
    BtObject *excs BT_GUARDED;  ///< tuple
} BtBaseExceptionGroupObject;

typedef struct BtStopIterationObject {
    BtException_HEAD
    BtObject *value BT_GUARDED;
} BtStopIterationObject;

typedef struct BtNameErrorObject {
    BtException_HEAD
    BtObject *name BT_GUARDED;
} BtNameErrorObject;

typedef struct BtAttributeErrorObject {
    BtException_HEAD
    BtObject *obj BT_GUARDED;
    BtObject *name BT_GUARDED;
} BtAttributeErrorObject;

/// Say whether `object` is an exception class. Mirrors: PyExceptionClass_Check.
BT_INLINE int _bt_exception_class_check(BtObject *object) BT_ATTACHED
{
    return _bt_type_flag(object, BT_TPFLAGS_TYPE_SUBCLASS)
        && (BT_CAST(BtTypeObject *, object)->tp_flags & BT_TPFLAGS_BASE_EXC_SUBCLASS) != 0;
}
#define BtExceptionClass_Check(object) _bt_exception_class_check(BtObject_CAST_(object))

/// Say whether `object` is an exception. Mirrors: PyExceptionInstance_Check.
#define BtExceptionInstance_Check(object) _bt_type_flag(BtObject_CAST_(object), BT_TPFLAGS_BASE_EXC_SUBCLASS)

/// The class of an exception, borrowed. Mirrors: PyExceptionInstance_Class.
#define BtExceptionInstance_Class(object) BtObject_CAST_(Bt_TYPE(object))

/// Return the name of an exception class, good as long as the class. Mirrors: PyExceptionClass_Name.
BT_API const char *BtExceptionClass_Name(BtObject *type) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Set the traceback of `exception` to `traceback`, None for none.
///
/// Errors:  -1 with TypeError set if it is neither a traceback nor None.
/// Mirrors: PyException_SetTraceback.
BT_API int BtException_SetTraceback(BtObject *exception, BtObject *traceback) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Return the traceback of `exception`, or NULL with no exception set. Mirrors: PyException_GetTraceback.
BT_API BtObject *BtException_GetTraceback(BtObject *exception) BT_ATTACHED BT_NEW_REF BT_ERR(none) BT_SAFETY(atomic);

/// Return the cause (`raise … from cause`), or NULL with no exception set. Mirrors: PyException_GetCause.
BT_API BtObject *BtException_GetCause(BtObject *exception) BT_ATTACHED BT_NEW_REF BT_ERR(none) BT_SAFETY(atomic);
/// Set the cause, an exception, None or NULL, and suppress the context. Mirrors: PyException_SetCause.
BT_API void BtException_SetCause(BtObject *exception, BtObject *cause)
    BT_ATTACHED BT_STEALS(cause) BT_ERR(none) BT_SAFETY(atomic);

/// Return the exception that was handled when this one was raised, or NULL with no exception set.
/// Mirrors: PyException_GetContext.
BT_API BtObject *BtException_GetContext(BtObject *exception) BT_ATTACHED BT_NEW_REF BT_ERR(none) BT_SAFETY(atomic);
/// Set the context, an exception or NULL. Mirrors: PyException_SetContext.
BT_API void BtException_SetContext(BtObject *exception, BtObject *context)
    BT_ATTACHED BT_STEALS(context) BT_ERR(none) BT_SAFETY(atomic);

/// Return the arguments of `exception`, a tuple. Mirrors: PyException_GetArgs.
BT_API BtObject *BtException_GetArgs(BtObject *exception) BT_ATTACHED BT_NEW_REF BT_ERR(none) BT_SAFETY(atomic);
/// Set the arguments of `exception`, a tuple. Mirrors: PyException_SetArgs.
BT_API void BtException_SetArgs(BtObject *exception, BtObject *args) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

// UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError. Positions are in characters of the object (bytes when
// decoding); a getter clips `start` to the last item and `end` to the length, as CPython's do.

/// Make a UnicodeDecodeError. `object` are `length` bytes; texts are UTF-8. Mirrors: PyUnicodeDecodeError_Create.
BT_API BtObject *BtUnicodeDecodeError_Create(
    const char *encoding, const char *object, Bt_ssize_t length, Bt_ssize_t start, Bt_ssize_t end, const char *reason)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Return the name of the encoding. TypeError: an exception of another kind, or the attribute is not set.
/// Mirrors: PyUnicodeEncodeError_GetEncoding, PyUnicodeDecodeError_GetEncoding.
BT_API BtObject *BtUnicodeEncodeError_GetEncoding(BtObject *self) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicodeDecodeError_GetEncoding(BtObject *self) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return what was encoded (a str) or decoded (bytes). TypeError: as above.
/// Mirrors: PyUnicodeEncodeError_GetObject, PyUnicodeDecodeError_GetObject, PyUnicodeTranslateError_GetObject.
BT_API BtObject *BtUnicodeEncodeError_GetObject(BtObject *self) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicodeDecodeError_GetObject(BtObject *self) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicodeTranslateError_GetObject(BtObject *self) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Store where the part that did not fit begins, clipped to the last item; 0, or -1 with TypeError: as above.
/// Mirrors: PyUnicodeEncodeError_GetStart, PyUnicodeDecodeError_GetStart, PyUnicodeTranslateError_GetStart.
BT_API int BtUnicodeEncodeError_GetStart(BtObject *self, Bt_ssize_t *start) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtUnicodeDecodeError_GetStart(BtObject *self, Bt_ssize_t *start) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtUnicodeTranslateError_GetStart(BtObject *self, Bt_ssize_t *start) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Set where it begins. TypeError: an exception of another kind.
/// Mirrors: PyUnicodeEncodeError_SetStart, PyUnicodeDecodeError_SetStart, PyUnicodeTranslateError_SetStart.
BT_API int BtUnicodeEncodeError_SetStart(BtObject *self, Bt_ssize_t start) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtUnicodeDecodeError_SetStart(BtObject *self, Bt_ssize_t start) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtUnicodeTranslateError_SetStart(BtObject *self, Bt_ssize_t start) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Store where it ends, clipped to the length; 0, or -1 with TypeError: as above.
/// Mirrors: PyUnicodeEncodeError_GetEnd, PyUnicodeDecodeError_GetEnd, PyUnicodeTranslateError_GetEnd.
BT_API int BtUnicodeEncodeError_GetEnd(BtObject *self, Bt_ssize_t *end) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtUnicodeDecodeError_GetEnd(BtObject *self, Bt_ssize_t *end) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtUnicodeTranslateError_GetEnd(BtObject *self, Bt_ssize_t *end) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Set where it ends. TypeError: an exception of another kind.
/// Mirrors: PyUnicodeEncodeError_SetEnd, PyUnicodeDecodeError_SetEnd, PyUnicodeTranslateError_SetEnd.
BT_API int BtUnicodeEncodeError_SetEnd(BtObject *self, Bt_ssize_t end) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtUnicodeDecodeError_SetEnd(BtObject *self, Bt_ssize_t end) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtUnicodeTranslateError_SetEnd(BtObject *self, Bt_ssize_t end) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Return why it did not fit, a str. TypeError: as above.
/// Mirrors: PyUnicodeEncodeError_GetReason, PyUnicodeDecodeError_GetReason, PyUnicodeTranslateError_GetReason.
BT_API BtObject *BtUnicodeEncodeError_GetReason(BtObject *self) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicodeDecodeError_GetReason(BtObject *self) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicodeTranslateError_GetReason(BtObject *self) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Set why it did not fit, in UTF-8. TypeError: an exception of another kind.
/// Mirrors: PyUnicodeEncodeError_SetReason, PyUnicodeDecodeError_SetReason, PyUnicodeTranslateError_SetReason.
BT_API int BtUnicodeEncodeError_SetReason(BtObject *self, const char *reason) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtUnicodeDecodeError_SetReason(BtObject *self, const char *reason) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtUnicodeTranslateError_SetReason(BtObject *self, const char *reason)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

BT_END_DECLS

#endif
