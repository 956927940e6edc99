// zeros, identity, random, from_lists, from_bytes. A matrix that is being made is nobody else's yet: no uses to count.
#include "matrix.h"

#include <string.h>

/// Read the name of an element type; -1 with ValueError set.
static int parse_type(const char *name, ElementType *type) BT_ATTACHED
{
    if (strcmp(name, "float64") == 0) {
        *type = float64;
    } else if (strcmp(name, "float32") == 0) {
        *type = float32;
    } else {
        BtErr_Format(BtExc_ValueError, "dtype must be 'float64' or 'float32', not '%.50s'", name);
        return -1;
    }
    return 0;
}

static MatrixObject *new_of(BtObject *module, Bt_ssize_t rows, Bt_ssize_t columns, const char *dtype) BT_ATTACHED
{
    ElementType type;
    if (parse_type(dtype, &type) < 0) {
        return NULL;
    }
    return matrix_new(module_state(module)->matrix_type, rows, columns, type);
}

BtDoc_STRVAR(zeros_doc,
"zeros($module, rows, columns, dtype='float64')\n"
"--\n\n"
"Return a matrix of zeros.");

static BtObject *matrix_zeros(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"rows", "columns", "dtype", NULL};
    Bt_ssize_t rows;
    Bt_ssize_t columns;
    const char *dtype = "float64";
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "nn|s:zeros", names, &rows, &columns, &dtype)) {
        return NULL;
    }
    return (BtObject *)new_of(module, rows, columns, dtype);
}

BtDoc_STRVAR(identity_doc,
"identity($module, n, dtype='float64')\n"
"--\n\n"
"Return the identity matrix of n rows and columns.");

static BtObject *matrix_identity(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"n", "dtype", NULL};
    Bt_ssize_t n;
    const char *dtype = "float64";
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "n|s:identity", names, &n, &dtype)) {
        return NULL;
    }
    MatrixObject *self = new_of(module, n, n, dtype);
    if (self != NULL) {
        kernel_identity(&self->dense);
    }
    return (BtObject *)self;
}

BtDoc_STRVAR(random_doc,
"random($module, rows, columns, dtype='float64', seed=0)\n"
"--\n\n"
"Return a matrix of numbers in [0, 1), the same for the same seed.");

static BtObject *matrix_random(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"rows", "columns", "dtype", "seed", NULL};
    Bt_ssize_t rows;
    Bt_ssize_t columns;
    const char *dtype = "float64";
    unsigned long long seed = 0;
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "nn|sK:random", names, &rows, &columns, &dtype, &seed)) {
        return NULL;
    }
    MatrixObject *self = new_of(module, rows, columns, dtype);
    if (self == NULL) {
        return NULL;
    }
    const Dense out = self->dense;
    if (element_count(&out) < RELEASE_MIN_ELEMENTS) {
        kernel_random(&out, seed);
    } else {
        Bt_BEGIN_ALLOW_THREADS
        kernel_random(&out, seed);
        Bt_END_ALLOW_THREADS
    }
    return (BtObject *)self;
}

/// Read one row. To read an item may run any code, which may change the list: it is looked at again each time (R6).
static int fill_row(const Dense *m, Bt_ssize_t row, BtObject *items) BT_ATTACHED
{
    for (Bt_ssize_t column = 0; column < m->columns; column++) {
        BtObject *item = BtSequence_GetItem(items, column);
        if (item == NULL) {
            return -1;
        }
        double value = BtFloat_AsDouble(item);
        Bt_DECREF(item);
        if (value == -1.0 && BtErr_Occurred()) {
            return -1;
        }
        size_t index = (size_t)row * (size_t)m->columns + (size_t)column;
        if (m->type == float64) {
            ((double *)m->data)[index] = value;
        } else {
            ((float *)m->data)[index] = (float)value;
        }
    }
    return 0;
}

/// Make the matrix when the first row is known, and fill it row by row.
static BtObject *from_rows(BtObject *module, BtObject *rows, const char *dtype) BT_ATTACHED
{
    Bt_ssize_t count = BtSequence_Size(rows);
    if (count < 0) {
        return NULL;
    }
    MatrixObject *self = count == 0 ? new_of(module, 0, 0, dtype) : NULL;
    for (Bt_ssize_t i = 0; i < count; i++) {
        BtObject *row = BtSequence_GetItem(rows, i);
        Bt_ssize_t width = row == NULL ? -1 : BtSequence_Size(row);
        if (width >= 0 && self == NULL) {
            self = new_of(module, count, width, dtype);
        }
        bool failed = width < 0 || self == NULL;
        if (!failed && width != self->dense.columns) {
            BtErr_Format(BtExc_ValueError, "from_lists: row %zd has %zd items, row 0 has %d", i, width,
                         self->dense.columns);
            failed = true;
        }
        failed = failed || fill_row(&self->dense, i, row) < 0;
        Bt_XDECREF(row);
        if (failed) {
            Bt_XDECREF(self);
            return NULL;
        }
    }
    return (BtObject *)self;
}

BtDoc_STRVAR(from_lists_doc,
"from_lists($module, rows, dtype='float64')\n"
"--\n\n"
"Return a matrix of the numbers in a list of lists, each a row.");

static BtObject *matrix_from_lists(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"rows", "dtype", NULL};
    BtObject *rows;
    const char *dtype = "float64";
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "O|s:from_lists", names, &rows, &dtype)) {
        return NULL;
    }
    return from_rows(module, rows, dtype);
}

BtDoc_STRVAR(from_bytes_doc,
"from_bytes($module, data, rows, columns, dtype='float64')\n"
"--\n\n"
"Return a matrix of the numbers whose bytes, in the machine's order, are in data, row after row.");

static BtObject *matrix_from_bytes(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"data", "rows", "columns", "dtype", NULL};
    Bt_buffer data;
    Bt_ssize_t rows;
    Bt_ssize_t columns;
    const char *dtype = "float64";
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "y*nn|s:from_bytes", names, &data, &rows, &columns, &dtype)) {
        return NULL;
    }
    MatrixObject *self = new_of(module, rows, columns, dtype);
    if (self != NULL && (size_t)data.len != byte_count(&self->dense)) {
        BtErr_Format(BtExc_ValueError, "from_bytes: shape (%zd, %zd) of %s takes %zu bytes, the data has %zd", rows,
                     columns, type_name(self->dense.type), byte_count(&self->dense), data.len);
        Bt_CLEAR(self);
    }
    if (self != NULL && data.len != 0) {
        memcpy(self->dense.data, data.buf, (size_t)data.len);
    }
    BtBuffer_Release(&data);
    return (BtObject *)self;
}

#define KEYWORDS (BT_METH_VARARGS | BT_METH_KEYWORDS)

BtMethodDef creation_methods[] = {
    {"zeros", _BtCFunction_CAST(matrix_zeros), KEYWORDS, zeros_doc},
    {"identity", _BtCFunction_CAST(matrix_identity), KEYWORDS, identity_doc},
    {"random", _BtCFunction_CAST(matrix_random), KEYWORDS, random_doc},
    {"from_lists", _BtCFunction_CAST(matrix_from_lists), KEYWORDS, from_lists_doc},
    {"from_bytes", _BtCFunction_CAST(matrix_from_bytes), KEYWORDS, from_bytes_doc},
    {NULL, NULL, 0, NULL},
};
