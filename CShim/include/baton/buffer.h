/// @file buffer.h
/// The buffer protocol: memory of an object, seen and pinned by others (R2).
///
/// A buffer that was got keeps its memory in place until it is released, so what `buf` points to may be read and written in
/// an allow-threads block. Who writes while others read is the program's business (R8).
#ifndef BATON_BUFFER_H
#define BATON_BUFFER_H

#include "type.h"

BT_BEGIN_DECLS

/// The memory of an object, as its exporter describes it. Mirrors: Py_buffer.
struct Bt_buffer {
    void *buf;                 ///< the element with index 0 in every dimension
    BtObject *obj BT_GUARDED;  ///< the exporter, owned; NULL if none, or after the release
    Bt_ssize_t len;            ///< product of shape and itemsize, in bytes
    Bt_ssize_t itemsize;       ///< bytes of an element
    int readonly;              ///< not 0: the memory must not be written to
    int ndim;                  ///< number of dimensions, at most BtBUF_MAX_NDIM
    char *format;              ///< of an element, as in the struct module; NULL: "B"
    Bt_ssize_t *shape;         ///< elements in each dimension; NULL if not asked for
    Bt_ssize_t *strides;       ///< bytes to the next element in each dimension; NULL: C-contiguous
    Bt_ssize_t *suboffsets;    ///< pointers to follow (PIL style); NULL or negative: none
    void *internal;            ///< the exporter's
};

#define BtBUF_MAX_NDIM 64

// What a consumer asks for, and can cope with.
#define BtBUF_SIMPLE 0
#define BtBUF_WRITABLE 0x0001
#define BtBUF_WRITEABLE BtBUF_WRITABLE
#define BtBUF_FORMAT 0x0004
#define BtBUF_ND 0x0008
#define BtBUF_STRIDES (0x0010 | BtBUF_ND)
#define BtBUF_C_CONTIGUOUS (0x0020 | BtBUF_STRIDES)
#define BtBUF_F_CONTIGUOUS (0x0040 | BtBUF_STRIDES)
#define BtBUF_ANY_CONTIGUOUS (0x0080 | BtBUF_STRIDES)
#define BtBUF_INDIRECT (0x0100 | BtBUF_STRIDES)
#define BtBUF_CONTIG (BtBUF_ND | BtBUF_WRITABLE)
#define BtBUF_CONTIG_RO (BtBUF_ND)
#define BtBUF_STRIDED (BtBUF_STRIDES | BtBUF_WRITABLE)
#define BtBUF_STRIDED_RO (BtBUF_STRIDES)
#define BtBUF_RECORDS (BtBUF_STRIDES | BtBUF_WRITABLE | BtBUF_FORMAT)
#define BtBUF_RECORDS_RO (BtBUF_STRIDES | BtBUF_FORMAT)
#define BtBUF_FULL (BtBUF_INDIRECT | BtBUF_WRITABLE | BtBUF_FORMAT)
#define BtBUF_FULL_RO (BtBUF_INDIRECT | BtBUF_FORMAT)
#define BtBUF_READ 0x100
#define BtBUF_WRITE 0x200

/// Say whether the type of `object` offers a buffer. Mirrors: PyObject_CheckBuffer.
BT_API int BtObject_CheckBuffer(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Fill `view` with the memory of `object`, which stays in place until BtBuffer_Release.
///
/// Ownership: `view->obj` holds a reference to the exporter.
/// Errors:    -1 with TypeError (no buffer) or BufferError (not of the kind that `flags` asks for); `view->obj` is NULL.
/// Mirrors:   PyObject_GetBuffer.
BT_API int BtObject_GetBuffer(BtObject *object, Bt_buffer *view, int flags)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Release a buffer that was got. A second release, or one of a view whose `obj` is NULL, does nothing.
/// Mirrors: PyBuffer_Release.
BT_API void BtBuffer_Release(Bt_buffer *view) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);

/// Fill `view` for an exporter of `len` plain bytes: what most bf_getbuffer functions do.
///
/// Ownership: `view->obj` holds a new reference to `exporter`, which may be NULL.
/// Errors:    -1 with BufferError if `flags` asks for writing and `readonly` is set; `view->obj` is NULL.
/// Mirrors:   PyBuffer_FillInfo.
BT_API int BtBuffer_FillInfo(Bt_buffer *view, BtObject *exporter, void *buf, Bt_ssize_t len, int readonly, int flags)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);

/// Say whether the memory is contiguous in `order`: 'C', 'F', or 'A' for either. Mirrors: PyBuffer_IsContiguous.
BT_API int BtBuffer_IsContiguous(const Bt_buffer *view, char order) BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct);

/// Return the address of the element at `indices` (`view->ndim` of them, in bounds). Mirrors: PyBuffer_GetPointer.
BT_API void *BtBuffer_GetPointer(const Bt_buffer *view, const Bt_ssize_t *indices)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct);

/// Fill `strides` for a contiguous array in `order`, 'C' or 'F'. Mirrors: PyBuffer_FillContiguousStrides.
BT_API void BtBuffer_FillContiguousStrides(int ndims, const Bt_ssize_t *shape, Bt_ssize_t *strides, int itemsize,
                                           char order)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct);

/// Return the size in bytes of an element of `format`, as struct.calcsize.
///
/// Errors:  -1 with ValueError for a format that is none.
/// Mirrors: PyBuffer_SizeFromFormat.
BT_API Bt_ssize_t BtBuffer_SizeFromFormat(const char *format) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Copy the `len` bytes of `view` (all of them) to `buf`, in `order` 'C', 'F', or 'A' for whichever `view` has.
///
/// Errors:  -1 with ValueError if `len` is not `view->len`.
/// Mirrors: PyBuffer_ToContiguous.
BT_API int BtBuffer_ToContiguous(void *buf, const Bt_buffer *view, Bt_ssize_t len, char order)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);

/// Copy `len` contiguous bytes from `buf` to the memory of `view`. Mirrors: PyBuffer_FromContiguous.
BT_API int BtBuffer_FromContiguous(const Bt_buffer *view, const void *buf, Bt_ssize_t len, char order)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);

/// Copy the memory of `source` to that of `destination`, which must be at least as large.
///
/// Errors:  -1 with TypeError or BufferError.
/// Mirrors: PyObject_CopyData.
BT_API int BtObject_CopyData(BtObject *destination, BtObject *source) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

// The old protocol, which does not pin: the pointers are good only until control can leave the thread (R6).

/// Store the address and size of readable memory of `object`. Mirrors: PyObject_AsReadBuffer.
BT_API int BtObject_AsReadBuffer(BtObject *object, const void **buffer, Bt_ssize_t *size)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(compatible);
/// Store the address and size of readable bytes of `object`. Mirrors: PyObject_AsCharBuffer.
BT_API int BtObject_AsCharBuffer(BtObject *object, const char **buffer, Bt_ssize_t *size)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(compatible);
/// Store the address and size of writable memory of `object`. Mirrors: PyObject_AsWriteBuffer.
BT_API int BtObject_AsWriteBuffer(BtObject *object, void **buffer, Bt_ssize_t *size)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(compatible);
/// Say whether BtObject_AsReadBuffer would succeed. Mirrors: PyObject_CheckReadBuffer.
BT_API int BtObject_CheckReadBuffer(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

BT_END_DECLS

#endif
