// The buffer protocol: a matrix lends its elements, two-dimensional and read-only. A buffer in use counts as a reader, so
// nobody writes what it shows.
#include "matrix.h"

int matrix_getbuffer(BtObject *object, Bt_buffer *view, int flags) BT_ATTACHED
{
    MatrixObject *self = (MatrixObject *)object;
    const Dense *m = &self->dense;
    view->obj = NULL;
    if ((flags & BtBUF_WRITABLE) == BtBUF_WRITABLE) {
        BtErr_SetString(BtExc_BufferError, "a Matrix lends its elements for reading only");
        return -1;
    }
    if ((flags & BtBUF_F_CONTIGUOUS) == BtBUF_F_CONTIGUOUS && m->rows > 1 && m->columns > 1) {
        BtErr_SetString(BtExc_BufferError, "the elements of a Matrix lie row after row (C order)");
        return -1;
    }
    if (begin_read(self, "Matrix") < 0) {
        return -1;
    }
    bool shaped = (flags & BtBUF_ND) == BtBUF_ND;
    bool strided = (flags & BtBUF_STRIDES) == BtBUF_STRIDES;
    bool formatted = (flags & BtBUF_FORMAT) == BtBUF_FORMAT;
    view->buf = m->data;
    view->obj = Bt_NewRef(object);
    view->len = (Bt_ssize_t)byte_count(m);
    view->itemsize = (Bt_ssize_t)element_size(m->type);
    view->readonly = 1;
    view->ndim = shaped ? 2 : 1;
    view->format = !formatted ? NULL : m->type == float64 ? "d" : "f";
    view->shape = shaped ? self->shape : NULL;
    view->strides = strided ? self->strides : NULL;
    view->suboffsets = NULL;
    view->internal = NULL;
    return 0;
}

void matrix_releasebuffer(BtObject *object, Bt_buffer *view) BT_ATTACHED
{
    (void)view;
    end_read((MatrixObject *)object);
}
