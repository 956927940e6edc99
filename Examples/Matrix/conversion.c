// to_lists and to_bytes, and the methods of the type.
#include "matrix.h"

/// Return row `i` as a list. The matrix is being read.
static BtObject *row_list(const Dense *m, Bt_ssize_t i) BT_ATTACHED
{
    BtObject *list = BtList_New(m->columns);
    if (list == NULL) {
        return NULL;
    }
    size_t first = (size_t)i * (size_t)m->columns;
    for (Bt_ssize_t j = 0; j < m->columns; j++) {
        size_t index = first + (size_t)j;
        double value = m->type == float64 ? ((const double *)m->data)[index] : (double)((const float *)m->data)[index];
        BtObject *item = BtFloat_FromDouble(value);
        if (item == NULL) {
            Bt_DECREF(list);
            return NULL;
        }
        BtList_SET_ITEM(list, j, item);
    }
    return list;
}

BtDoc_STRVAR(to_lists_doc,
"to_lists($self, /)\n"
"--\n\n"
"Return the rows as a list of lists of floats.");

static BtObject *matrix_to_lists(BtObject *object, BtObject *ignored) BT_ATTACHED
{
    (void)ignored;
    MatrixObject *self = (MatrixObject *)object;
    if (begin_read(self, "to_lists") < 0) {
        return NULL;
    }
    BtObject *rows = BtList_New(self->dense.rows);
    for (Bt_ssize_t i = 0; rows != NULL && i < self->dense.rows; i++) {
        BtObject *row = row_list(&self->dense, i);
        if (row == NULL) {
            Bt_CLEAR(rows);
        } else {
            BtList_SET_ITEM(rows, i, row);
        }
    }
    end_read(self);
    return rows;
}

BtDoc_STRVAR(to_bytes_doc,
"to_bytes($self, /)\n"
"--\n\n"
"Return the bytes of the elements, in the machine's order, row after row.");

static BtObject *matrix_to_bytes(BtObject *object, BtObject *ignored) BT_ATTACHED
{
    (void)ignored;
    MatrixObject *self = (MatrixObject *)object;
    if (begin_read(self, "to_bytes") < 0) {
        return NULL;
    }
    BtObject *bytes = BtBytes_FromStringAndSize((const char *)self->dense.data, (Bt_ssize_t)byte_count(&self->dense));
    end_read(self);
    return bytes;
}

BtMethodDef matrix_methods[] = {
    {"to_lists", matrix_to_lists, BT_METH_NOARGS, to_lists_doc},
    {"to_bytes", matrix_to_bytes, BT_METH_NOARGS, to_bytes_doc},
    {NULL, NULL, 0, NULL},
};
