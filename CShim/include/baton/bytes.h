/// @file bytes.h
/// bytes: immutable bytes.
#ifndef BATON_BYTES_H
#define BATON_BYTES_H

#include <stdarg.h>

#include "type.h"

BT_BEGIN_DECLS

/// A bytes object: `ob_size` bytes, then a 0 byte that does not count. The bytes never change once another can see the
/// object, so that a held reference pins them (R2): the pointer that BtBytes_AS_STRING gives may be read detached.
typedef struct BtBytesObject {
    BtObject_VAR_HEAD
    Bt_hash_t ob_shash BT_GUARDED;  ///< -1 until first asked for
    char ob_sval[1];
} BtBytesObject;

BT_DATA BtTypeObject BtBytes_Type;
BT_DATA BtTypeObject BtBytesIter_Type;

/// Say whether `object` is a bytes object or of a subtype. Mirrors: PyBytes_Check.
#define BtBytes_Check(object) _bt_type_flag(BtObject_CAST_(object), BT_TPFLAGS_BYTES_SUBCLASS)
/// Say whether `object` is exactly a bytes object. Mirrors: PyBytes_CheckExact.
#define BtBytes_CheckExact(object) Bt_IS_TYPE((object), &BtBytes_Type)

/// Return the bytes of a bytes object, not checked. Mirrors: PyBytes_AS_STRING.
BT_INLINE char *BtBytes_AS_STRING_(BtObject *bytes)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(bytes)
    return BT_CAST(BtBytesObject *, bytes)->ob_sval;
}
#define BtBytes_AS_STRING(bytes) BtBytes_AS_STRING_(BtObject_CAST_(bytes))

/// Return the number of bytes of a bytes object, not checked. Mirrors: PyBytes_GET_SIZE.
BT_INLINE Bt_ssize_t BtBytes_GET_SIZE_(BtObject *bytes)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(bytes)
    return Bt_SIZE(bytes);
}
#define BtBytes_GET_SIZE(bytes) BtBytes_GET_SIZE_(BtObject_CAST_(bytes))

/// Make a bytes object of `size` bytes copied from `data`. With `data` NULL the bytes are not set: the caller writes them
/// before anyone else sees the object.
///
/// Errors:  NULL with MemoryError, OverflowError, or SystemError for a negative `size`.
/// Mirrors: PyBytes_FromStringAndSize.
BT_API BtObject *BtBytes_FromStringAndSize(const char *data, Bt_ssize_t size)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make a bytes object of the bytes before the first 0 of `text`. Mirrors: PyBytes_FromString.
BT_API BtObject *BtBytes_FromString(const char *text) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make a bytes object from a printf-like format: %% %c %d %u %ld %lu %zd %zu %i %x %s %p.
///
/// Errors:  NULL with MemoryError, or OverflowError for a %c out of range(256).
/// Mirrors: PyBytes_FromFormat.
BT_API BtObject *BtBytes_FromFormat(const char *format, ...)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// As BtBytes_FromFormat with the arguments in a list. Mirrors: PyBytes_FromFormatV.
BT_API BtObject *BtBytes_FromFormatV(const char *format, va_list arguments)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make a bytes object from an object that offers a buffer, or from a list, tuple or iterable of ints.
///
/// Ownership: an exact bytes object is returned itself.
/// Errors:    NULL with TypeError, or ValueError for an int out of range(0, 256).
/// Mirrors:   PyBytes_FromObject.
BT_API BtObject *BtBytes_FromObject(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Return the number of bytes. Errors: -1 with TypeError. Mirrors: PyBytes_Size.
BT_API Bt_ssize_t BtBytes_Size(BtObject *bytes) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Return the bytes, followed by a 0 byte; good while a reference to `bytes` is held. Not to be written to.
///
/// Errors:  NULL with TypeError.
/// Mirrors: PyBytes_AsString.
BT_API char *BtBytes_AsString(BtObject *bytes) BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);

/// Store the bytes and their number. With `size` NULL the bytes must contain no 0.
///
/// Errors:  -1 with TypeError, or ValueError for an embedded 0 byte.
/// Mirrors: PyBytes_AsStringAndSize.
BT_API int BtBytes_AsStringAndSize(BtObject *bytes, char **data, Bt_ssize_t *size)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Replace `*bytes` by itself followed by `tail` (any object with a buffer). `*bytes` may be NULL: nothing happens.
///
/// Ownership: the reference in `*bytes` is taken over, the one put there is new.
/// Errors:    `*bytes` is NULL with TypeError or MemoryError.
/// Mirrors:   PyBytes_Concat.
BT_API void BtBytes_Concat(BtObject **bytes, BtObject *tail) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
/// As BtBytes_Concat, and drop the reference to `tail` (which may be NULL). Mirrors: PyBytes_ConcatAndDel.
BT_API void BtBytes_ConcatAndDel(BtObject **bytes, BtObject *tail)
    BT_ATTACHED BT_STEALS(tail) BT_ERR(none) BT_SAFETY(distinct);

/// Join the bytes-like items of `iterable` with `separator` (a bytes object) between them. Mirrors: PyBytes_Join.
BT_API BtObject *BtBytes_Join(BtObject *separator, BtObject *iterable)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
#define _BtBytes_Join BtBytes_Join

/// Return the repr, `b'…'`, as a str; with `smart_quotes` the quote that needs fewer escapes. Mirrors: PyBytes_Repr.
BT_API BtObject *BtBytes_Repr(BtObject *bytes, int smart_quotes)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Decode the escapes of a bytes literal. `unicode` and `recode_encoding` are ignored.
///
/// Errors:  NULL with ValueError unless `errors` is "ignore" or "replace".
/// Mirrors: PyBytes_DecodeEscape.
BT_API BtObject *BtBytes_DecodeEscape(const char *text, Bt_ssize_t size, const char *errors, Bt_ssize_t unicode,
                                      const char *recode_encoding)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Change the size of a bytes object that nobody else has seen: the caller's is the only reference. The object may move.
///
/// Ownership: the reference in `*bytes` is taken over, the one put there is new.
/// Errors:    -1 with MemoryError or SystemError; `*bytes` is NULL.
/// Mirrors:   _PyBytes_Resize.
BT_API int _BtBytes_Resize(BtObject **bytes, Bt_ssize_t size) BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);

BT_END_DECLS

#endif
