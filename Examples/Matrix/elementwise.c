// add, scale, transpose, norm: one pass over the elements.
#include "matrix.h"

#include <string.h>

BtObject *add(BtTypeObject *type, MatrixObject *a, MatrixObject *b) BT_ATTACHED
{
    if (a->dense.rows != b->dense.rows || a->dense.columns != b->dense.columns) {
        return raise_shapes("add", &a->dense, &b->dense, "they must be equal");
    }
    if (check_types("add", &a->dense, &b->dense) < 0) {
        return NULL;
    }
    MatrixObject *out = matrix_new(type, a->dense.rows, a->dense.columns, a->dense.type);
    if (out == NULL) {
        return NULL;
    }
    if (begin_read_both(a, b, "add") < 0) {
        Bt_DECREF(out);
        return NULL;
    }
    const Dense left = a->dense;
    const Dense right = b->dense;
    const Dense sum = out->dense;
    if (element_count(&sum) < RELEASE_MIN_ELEMENTS) {
        kernel_add(&left, &right, &sum);
    } else {
        Bt_BEGIN_ALLOW_THREADS
        kernel_add(&left, &right, &sum);
        Bt_END_ALLOW_THREADS
    }
    end_read(a);
    end_read(b);
    return (BtObject *)out;
}

BtObject *scale(BtTypeObject *type, MatrixObject *a, double factor) BT_ATTACHED
{
    MatrixObject *out = matrix_new(type, a->dense.rows, a->dense.columns, a->dense.type);
    if (out == NULL) {
        return NULL;
    }
    if (begin_read(a, "scale") < 0) {
        Bt_DECREF(out);
        return NULL;
    }
    const Dense from = a->dense;
    const Dense to = out->dense;
    if (element_count(&from) < RELEASE_MIN_ELEMENTS) {
        kernel_scale(&from, factor, &to);
    } else {
        Bt_BEGIN_ALLOW_THREADS
        kernel_scale(&from, factor, &to);
        Bt_END_ALLOW_THREADS
    }
    end_read(a);
    return (BtObject *)out;
}

BtObject *transpose(BtTypeObject *type, MatrixObject *a) BT_ATTACHED
{
    MatrixObject *out = matrix_new(type, a->dense.columns, a->dense.rows, a->dense.type);
    if (out == NULL) {
        return NULL;
    }
    if (begin_read(a, "transpose") < 0) {
        Bt_DECREF(out);
        return NULL;
    }
    const Dense from = a->dense;
    const Dense to = out->dense;
    if (element_count(&from) < RELEASE_MIN_ELEMENTS) {
        kernel_transpose(&from, &to);
    } else {
        Bt_BEGIN_ALLOW_THREADS
        kernel_transpose(&from, &to);
        Bt_END_ALLOW_THREADS
    }
    end_read(a);
    return (BtObject *)out;
}

BtDoc_STRVAR(add_doc,
"add($module, a, b, /)\n"
"--\n\n"
"Return the sum of two matrices of one shape.");

static BtObject *matrix_add(BtObject *module, BtObject *args) BT_ATTACHED
{
    BtTypeObject *type = module_state(module)->matrix_type;
    BtObject *a;
    BtObject *b;
    if (!BtArg_ParseTuple(args, "O!O!:add", type, &a, type, &b)) {
        return NULL;
    }
    return add(type, (MatrixObject *)a, (MatrixObject *)b);
}

BtDoc_STRVAR(scale_doc,
"scale($module, a, factor, /)\n"
"--\n\n"
"Return the matrix with each element multiplied by factor.");

static BtObject *matrix_scale(BtObject *module, BtObject *args) BT_ATTACHED
{
    BtTypeObject *type = module_state(module)->matrix_type;
    BtObject *a;
    double factor;
    if (!BtArg_ParseTuple(args, "O!d:scale", type, &a, &factor)) {
        return NULL;
    }
    return scale(type, (MatrixObject *)a, factor);
}

BtDoc_STRVAR(transpose_doc,
"transpose($module, a, /)\n"
"--\n\n"
"Return a transposed copy.");

static BtObject *matrix_transpose(BtObject *module, BtObject *args) BT_ATTACHED
{
    BtTypeObject *type = module_state(module)->matrix_type;
    BtObject *a;
    if (!BtArg_ParseTuple(args, "O!:transpose", type, &a)) {
        return NULL;
    }
    return transpose(type, (MatrixObject *)a);
}

BtDoc_STRVAR(norm_doc,
"norm($module, a, kind='fro')\n"
"--\n\n"
"Return a norm of the matrix.\n\n"
"'fro' is the root of the sum of squares, '1' the largest sum down a column, 'inf' along a row, 'max' the largest element;\n"
"the last three take absolute values.");

static BtObject *matrix_norm(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"a", "kind", NULL};
    static const char *const kinds[] = {"fro", "1", "inf", "max"};  // in the order of Norm
    BtObject *object;
    const char *kind = "fro";
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "O!|s:norm", names, module_state(module)->matrix_type, &object,
                                     &kind)) {
        return NULL;
    }
    int norm = 0;
    while (norm < 4 && strcmp(kinds[norm], kind) != 0) {
        norm++;
    }
    if (norm == 4) {
        return BtErr_Format(BtExc_ValueError, "norm: kind must be 'fro', '1', 'inf' or 'max', not '%.50s'", kind);
    }
    MatrixObject *a = (MatrixObject *)object;
    if (begin_read(a, "norm") < 0) {
        return NULL;
    }
    const Dense from = a->dense;
    double value;
    if (element_count(&from) < RELEASE_MIN_ELEMENTS) {
        value = kernel_norm(&from, (Norm)norm);
    } else {
        Bt_BEGIN_ALLOW_THREADS
        value = kernel_norm(&from, (Norm)norm);
        Bt_END_ALLOW_THREADS
    }
    end_read(a);
    return value < 0 ? BtErr_NoMemory() : BtFloat_FromDouble(value);
}

BtMethodDef elementwise_methods[] = {
    {"add", matrix_add, BT_METH_VARARGS, add_doc},
    {"scale", matrix_scale, BT_METH_VARARGS, scale_doc},
    {"transpose", matrix_transpose, BT_METH_VARARGS, transpose_doc},
    {"norm", _BtCFunction_CAST(matrix_norm), BT_METH_VARARGS | BT_METH_KEYWORDS, norm_doc},
    {NULL, NULL, 0, NULL},
};
