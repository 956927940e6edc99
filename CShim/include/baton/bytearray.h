/// @file bytearray.h
/// bytearray: mutable bytes.
#ifndef BATON_BYTEARRAY_H
#define BATON_BYTEARRAY_H

#include "type.h"

BT_BEGIN_DECLS

/// A bytearray. Its memory moves when it grows or shrinks, so a pointer into it is good only while the bytearray exports a
/// buffer (BtObject_GetBuffer), which forbids that (R2), or while the thread neither detaches nor calls anything (R6).
///
/// Guard: the object's critical section.
typedef struct BtByteArrayObject {
    BtObject_VAR_HEAD
    Bt_ssize_t ob_alloc BT_GUARDED;    ///< bytes allocated at ob_bytes
    char *ob_bytes BT_GUARDED;         ///< the allocation; NULL if none
    char *ob_start BT_GUARDED;         ///< the first byte, inside the allocation
    Bt_ssize_t ob_exports BT_GUARDED;  ///< buffers given out and not released: no resize while there is one
} BtByteArrayObject;

BT_DATA BtTypeObject BtByteArray_Type;
BT_DATA BtTypeObject BtByteArrayIter_Type;

/// What an empty bytearray points to.
BT_DATA char _BtByteArray_empty_string[1];

/// Say whether `object` is a bytearray or of a subtype. Mirrors: PyByteArray_Check.
#define BtByteArray_Check(object) BtObject_TypeCheck((object), &BtByteArray_Type)
/// Say whether `object` is exactly a bytearray. Mirrors: PyByteArray_CheckExact.
#define BtByteArray_CheckExact(object) Bt_IS_TYPE((object), &BtByteArray_Type)

/// Return the bytes of a bytearray, not checked. Mirrors: PyByteArray_AS_STRING.
BT_INLINE char *BtByteArray_AS_STRING_(BtObject *bytearray) BT_ATTACHED BT_ERR(none) BT_SAFETY(compatible)
{
    BT_TOUCH_(bytearray)
    return Bt_SIZE(bytearray) ? BT_CAST(BtByteArrayObject *, bytearray)->ob_start : _BtByteArray_empty_string;
}
#define BtByteArray_AS_STRING(bytearray) BtByteArray_AS_STRING_(BtObject_CAST_(bytearray))

/// Return the number of bytes of a bytearray, not checked. Mirrors: PyByteArray_GET_SIZE.
BT_INLINE Bt_ssize_t BtByteArray_GET_SIZE_(BtObject *bytearray)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(compatible)
{
    BT_TOUCH_(bytearray)
    return Bt_SIZE(bytearray);
}
#define BtByteArray_GET_SIZE(bytearray) BtByteArray_GET_SIZE_(BtObject_CAST_(bytearray))

/// Make a bytearray of `size` bytes copied from `data`; with `data` NULL the bytes are not set.
///
/// Errors:  NULL with MemoryError, or SystemError for a negative `size`.
/// Mirrors: PyByteArray_FromStringAndSize.
BT_API BtObject *BtByteArray_FromStringAndSize(const char *data, Bt_ssize_t size)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make a bytearray as `bytearray(object)` does. Mirrors: PyByteArray_FromObject.
BT_API BtObject *BtByteArray_FromObject(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Make a bytearray of the bytes of two bytes-like objects. Mirrors: PyByteArray_Concat.
BT_API BtObject *BtByteArray_Concat(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Return the number of bytes; `bytearray` must be one. Mirrors: PyByteArray_Size.
BT_API Bt_ssize_t BtByteArray_Size(BtObject *bytearray) BT_ATTACHED BT_ERR(none) BT_SAFETY(shared);

/// Return the bytes, followed by a 0 byte; `bytearray` must be one. Good until the next resize (R6).
/// Mirrors: PyByteArray_AsString.
BT_API char *BtByteArray_AsString(BtObject *bytearray) BT_ATTACHED BT_ERR(none) BT_SAFETY(compatible);

/// Change the size; bytes that are added are not set.
///
/// Errors:  -1 with MemoryError, or BufferError while a buffer is exported; the bytearray is unchanged.
/// Threads: locks the bytearray in the free-threaded mode.
/// Mirrors: PyByteArray_Resize.
BT_API int BtByteArray_Resize(BtObject *bytearray, Bt_ssize_t size) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

BT_END_DECLS

#endif
