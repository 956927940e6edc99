/// @file memoryview.h
/// memoryview: a buffer as an object.
#ifndef BATON_MEMORYVIEW_H
#define BATON_MEMORYVIEW_H

#include "buffer.h"

BT_BEGIN_DECLS

/// Bits of the flags below.
#define BT_MANAGED_BUFFER_RELEASED 0x001  ///< of a managed buffer: the exporter has its buffer back
#define BT_MEMORYVIEW_RELEASED 0x001      ///< access to the memory is forbidden
#define BT_MEMORYVIEW_C 0x002             ///< C-contiguous
#define BT_MEMORYVIEW_FORTRAN 0x004       ///< Fortran-contiguous
#define BT_MEMORYVIEW_SCALAR 0x008        ///< no dimension
#define BT_MEMORYVIEW_PIL 0x010           ///< has suboffsets

/// The one buffer that a memoryview and the views made from it share; released with the last of them.
///
/// Guard: attached; in the free-threaded mode its critical section. `master` does not change after the making.
typedef struct BtManagedBufferObject_ {
    BtObject_HEAD
    int flags BT_GUARDED;           ///< BT_MANAGED_BUFFER_… bits
    Bt_ssize_t exports BT_GUARDED;  ///< views on it
    Bt_buffer master;
} BtManagedBufferObject_;

/// A memoryview. Guard of `exports` and `flags`: attached; in the free-threaded mode the critical section of `mbuf`. The
/// rest does not change after the making.
typedef struct BtMemoryViewObject {
    BtObject_VAR_HEAD
    BtManagedBufferObject_ *mbuf BT_GUARDED;  ///< owned
    Bt_hash_t hash BT_GUARDED;                ///< -1 until first asked for
    int flags BT_GUARDED;                     ///< BT_MEMORYVIEW_… bits
    Bt_ssize_t exports BT_GUARDED;            ///< buffers got from this view
    Bt_buffer view;
    BtObject *weakreflist BT_GUARDED;
    Bt_ssize_t ob_array[1] BT_GUARDED;        ///< shape, strides, suboffsets: 3 × ndim
} BtMemoryViewObject;

BT_DATA BtTypeObject BtMemoryView_Type;
BT_DATA BtTypeObject _bt_managed_buffer_type;
BT_DATA BtTypeObject _bt_memory_iterator_type;

/// Say whether `object` is a memoryview. Mirrors: PyMemoryView_Check.
#define BtMemoryView_Check(object) Bt_IS_TYPE((object), &BtMemoryView_Type)

/// Return the buffer of a memoryview, not checked; good while a reference to `memoryview` is held.
/// Mirrors: PyMemoryView_GET_BUFFER.
BT_INLINE Bt_buffer *BtMemoryView_GET_BUFFER_(BtObject *memoryview) BT_ATTACHED BT_ERR(none) BT_SAFETY(compatible)
{
    BT_TOUCH_(memoryview)
    return &BT_CAST(BtMemoryViewObject *, memoryview)->view;
}
#define BtMemoryView_GET_BUFFER(memoryview) BtMemoryView_GET_BUFFER_(BtObject_CAST_(memoryview))

/// Return the exporter of a memoryview, borrowed, or NULL; not checked. Mirrors: PyMemoryView_GET_BASE.
BT_INLINE BtObject *BtMemoryView_GET_BASE_(BtObject *memoryview)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(compatible)
{
    BT_TOUCH_(memoryview)
    return BT_CAST(BtMemoryViewObject *, memoryview)->view.obj;
}
#define BtMemoryView_GET_BASE(memoryview) BtMemoryView_GET_BASE_(BtObject_CAST_(memoryview))

/// Make a memoryview of an object that offers a buffer. Errors: NULL with TypeError. Mirrors: PyMemoryView_FromObject.
BT_API BtObject *BtMemoryView_FromObject(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Make a memoryview of `size` bytes at `memory`, which outlive it; `flags` is BtBUF_READ or BtBUF_WRITE.
/// Mirrors: PyMemoryView_FromMemory.
BT_API BtObject *BtMemoryView_FromMemory(char *memory, Bt_ssize_t size, int flags)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make a memoryview that copies `info`; shape and strides are copied, the release of `info` stays with the caller.
///
/// Errors:  NULL with ValueError if `info->buf` is NULL.
/// Mirrors: PyMemoryView_FromBuffer.
BT_API BtObject *BtMemoryView_FromBuffer(const Bt_buffer *info) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(distinct);

/// Make a contiguous memoryview of `object`: on its own memory if that is contiguous in `order`, else on a copy, which
/// `buffertype` BtBUF_WRITE forbids.
///
/// Errors:  NULL with BufferError.
/// Mirrors: PyMemoryView_GetContiguous.
BT_API BtObject *BtMemoryView_GetContiguous(BtObject *object, int buffertype, char order)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

BT_END_DECLS

#endif
