// Matrix objects: making, sharing, looking at.
#include "matrix.h"

#include <limits.h>

enum { cache_line = 64 };

MatrixObject *matrix_new(BtTypeObject *type, Bt_ssize_t rows, Bt_ssize_t columns, ElementType element) BT_ATTACHED
{
    if (rows < 0 || columns < 0) {
        BtErr_Format(BtExc_ValueError, "a matrix of shape (%zd, %zd) cannot be: sizes must be non-negative", rows,
                     columns);
        return NULL;
    }
    size_t bytes;
    Bt_ssize_t size = (Bt_ssize_t)element_size(element);
    if (rows > INT_MAX || columns > INT_MAX
        || __builtin_mul_overflow((size_t)rows * (size_t)columns, (size_t)size, &bytes)
        || bytes > (size_t)BT_SSIZE_T_MAX - cache_line) {
        BtErr_Format(BtExc_OverflowError, "a matrix of shape (%zd, %zd) is too large", rows, columns);
        return NULL;
    }
    MatrixObject *self = BtObject_New(MatrixObject, type);
    if (self == NULL) {
        return NULL;
    }
    self->uses = 0;
    self->memory = BtMem_RawCalloc(1, bytes + cache_line);
    if (self->memory == NULL) {
        Bt_DECREF(self);
        BtErr_NoMemory();
        return NULL;
    }
    uintptr_t first = ((uintptr_t)self->memory + cache_line - 1) & ~(uintptr_t)(cache_line - 1);
    self->dense = (Dense){(void *)first, (int)rows, (int)columns, element};
    self->shape[0] = rows;
    self->shape[1] = columns;
    self->strides[0] = columns * size;
    self->strides[1] = size;
    return self;
}

static void matrix_dealloc(BtObject *object) BT_ATTACHED
{
    BtTypeObject *type = Bt_TYPE(object);
    BtMem_RawFree(((MatrixObject *)object)->memory);
    BtObject_Free(object);
    Bt_DECREF(type);
}

// Sharing: one atomic counter, so that nobody ever waits for a matrix (and cannot deadlock on two).

int begin_read(MatrixObject *m, const char *function) BT_ATTACHED
{
    int uses = __atomic_load_n(&m->uses, __ATOMIC_RELAXED);
    do {
        if (uses < 0) {
            BtErr_Format(BtExc_BufferError, "%s: the matrix is being written by another thread", function);
            return -1;
        }
        if (uses == INT_MAX) {
            BtErr_Format(BtExc_BufferError, "%s: the matrix has too many readers", function);
            return -1;
        }
    } while (!__atomic_compare_exchange_n(&m->uses, &uses, uses + 1, true, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED));
    return 0;
}

void end_read(MatrixObject *m) BT_ANY_STATE { __atomic_sub_fetch(&m->uses, 1, __ATOMIC_RELEASE); }

int begin_write(MatrixObject *m, const char *function) BT_ATTACHED
{
    int unused = 0;
    if (!__atomic_compare_exchange_n(&m->uses, &unused, -1, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) {
        BtErr_Format(BtExc_BufferError, "%s: out is in use: an operand, an exported buffer, or another call's", function);
        return -1;
    }
    return 0;
}

void end_write(MatrixObject *m) BT_ANY_STATE { __atomic_store_n(&m->uses, 0, __ATOMIC_RELEASE); }

int begin_read_both(MatrixObject *a, MatrixObject *b, const char *function) BT_ATTACHED
{
    if (begin_read(a, function) < 0) {
        return -1;
    }
    if (begin_read(b, function) < 0) {
        end_read(a);
        return -1;
    }
    return 0;
}

BtObject *raise_shapes(const char *function, const Dense *a, const Dense *b, const char *why) BT_ATTACHED
{
    return BtErr_Format(BtExc_ValueError, "%s: shapes (%d, %d) and (%d, %d) do not fit: %s", function, a->rows,
                        a->columns, b->rows, b->columns, why);
}

int check_types(const char *function, const Dense *a, const Dense *b) BT_ATTACHED
{
    if (a->type != b->type) {
        BtErr_Format(BtExc_TypeError, "%s: the element types %s and %s differ", function, type_name(a->type),
                     type_name(b->type));
        return -1;
    }
    return 0;
}

// What scripts see.

static BtObject *matrix_repr(BtObject *object) BT_ATTACHED
{
    const Dense *m = &((MatrixObject *)object)->dense;
    return BtUnicode_FromFormat("<Matrix %d x %d %s>", m->rows, m->columns, type_name(m->type));
}

static BtObject *matrix_shape(BtObject *object, void *closure) BT_ATTACHED
{
    (void)closure;
    const Dense *m = &((MatrixObject *)object)->dense;
    return Bt_BuildValue("(ii)", m->rows, m->columns);
}

static BtObject *matrix_dtype(BtObject *object, void *closure) BT_ATTACHED
{
    (void)closure;
    return BtUnicode_FromString(type_name(((MatrixObject *)object)->dense.type));
}

static BtObject *matrix_transposed(BtObject *object, void *closure) BT_ATTACHED
{
    (void)closure;
    return transpose(Bt_TYPE(object), (MatrixObject *)object);
}

static BtObject *matrix_item(BtObject *object, BtObject *key) BT_ATTACHED
{
    MatrixObject *self = (MatrixObject *)object;
    const Dense *m = &self->dense;
    Bt_ssize_t row;
    Bt_ssize_t column;
    if (!BtTuple_Check(key) || BtTuple_GET_SIZE(key) != 2) {
        return BtErr_Format(BtExc_TypeError, "a Matrix is indexed by two integers, m[row, column]");
    }
    row = BtNumber_AsSsize_t(BtTuple_GET_ITEM(key, 0), BtExc_IndexError);
    if (row == -1 && BtErr_Occurred()) {
        return NULL;
    }
    column = BtNumber_AsSsize_t(BtTuple_GET_ITEM(key, 1), BtExc_IndexError);
    if (column == -1 && BtErr_Occurred()) {
        return NULL;
    }
    Bt_ssize_t y = row < 0 ? row + m->rows : row;
    Bt_ssize_t x = column < 0 ? column + m->columns : column;
    if (y < 0 || y >= m->rows || x < 0 || x >= m->columns) {
        return BtErr_Format(BtExc_IndexError, "index (%zd, %zd) is outside of the shape (%d, %d)", row, column, m->rows,
                            m->columns);
    }
    if (begin_read(self, "Matrix") < 0) {
        return NULL;
    }
    size_t index = (size_t)y * (size_t)m->columns + (size_t)x;
    double value = m->type == float64 ? ((const double *)m->data)[index] : (double)((const float *)m->data)[index];
    end_read(self);
    return BtFloat_FromDouble(value);
}

// Operators. What is no Matrix is left to the other operand.

static BtObject *matrix_multiply(BtObject *left, BtObject *right) BT_ATTACHED
{
    if (Bt_TYPE(left) != Bt_TYPE(right)) {
        Bt_RETURN_NOTIMPLEMENTED;
    }
    return multiply(Bt_TYPE(left), (MatrixObject *)left, (MatrixObject *)right, NULL, "@", kernel_matmul);
}

static BtObject *matrix_add(BtObject *left, BtObject *right) BT_ATTACHED
{
    if (Bt_TYPE(left) != Bt_TYPE(right)) {
        Bt_RETURN_NOTIMPLEMENTED;
    }
    return add(Bt_TYPE(left), (MatrixObject *)left, (MatrixObject *)right);
}

static BtGetSetDef attributes[] = {
    {"shape", matrix_shape, NULL, BtDoc_STR("Numbers of rows and columns."), NULL},
    {"dtype", matrix_dtype, NULL, BtDoc_STR("Type of the elements, 'float64' or 'float32'."), NULL},
    {"T", matrix_transposed, NULL, BtDoc_STR("A transposed copy."), NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

BtDoc_STRVAR(type_doc,
"A dense matrix of float64 or float32, made by this module's functions.\n\n"
"It exports its elements as a read-only buffer of two dimensions.");

static BtType_Slot slots[] = {
    {Bt_tp_dealloc, (void *)matrix_dealloc},
    {Bt_tp_repr, (void *)matrix_repr},
    {Bt_tp_doc, (void *)type_doc},
    {Bt_tp_methods, matrix_methods},
    {Bt_tp_getset, attributes},
    {Bt_mp_subscript, (void *)matrix_item},
    {Bt_nb_matrix_multiply, (void *)matrix_multiply},
    {Bt_nb_add, (void *)matrix_add},
    {Bt_bf_getbuffer, (void *)matrix_getbuffer},
    {Bt_bf_releasebuffer, (void *)matrix_releasebuffer},
    {0, NULL},
};

BtType_Spec matrix_spec = {
    .name = "matrix.Matrix",
    .basicsize = sizeof(MatrixObject),
    .flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_DISALLOW_INSTANTIATION | BT_TPFLAGS_IMMUTABLETYPE,
    .slots = slots,
};
