// add, scale, transpose, norm: one pass over the elements.
#include "matrix.h"

#include <string.h>

static bool is_worth_releasing(const Dense *m) BT_ANY_STATE { return element_count(m) >= RELEASE_MIN_ELEMENTS; }

static int add_operands(const Operands *o) BT_ANY_STATE
{
    kernel_add(&o->a, &o->b, &o->out);
    return 0;
}

BtObject *add(BtTypeObject *type, MatrixObject *a, MatrixObject *b) BT_ATTACHED
{
    const Dense *left = &a->dense;
    if (left->rows != b->dense.rows || left->columns != b->dense.columns) {
        return raise_shapes("add", left, &b->dense, "they must be equal");
    }
    if (check_types("add", left, &b->dense) < 0) {
        return NULL;
    }
    Computation sum = {"add", add_operands, 0, left->rows, left->columns, is_worth_releasing(left)};
    int status;
    return (BtObject *)compute(type, &sum, a, b, &status);
}

static int scale_operand(const Operands *o) BT_ANY_STATE
{
    kernel_scale(&o->a, o->factor, &o->out);
    return 0;
}

BtObject *scale(BtTypeObject *type, MatrixObject *a, double factor) BT_ATTACHED
{
    const Dense *from = &a->dense;
    Computation product = {"scale", scale_operand, factor, from->rows, from->columns, is_worth_releasing(from)};
    int status;
    return (BtObject *)compute(type, &product, a, NULL, &status);
}

static int transpose_operand(const Operands *o) BT_ANY_STATE
{
    kernel_transpose(&o->a, &o->out);
    return 0;
}

BtObject *transpose(BtTypeObject *type, MatrixObject *a) BT_ATTACHED
{
    const Dense *from = &a->dense;
    Computation copy = {"transpose", transpose_operand, 0, from->columns, from->rows, is_worth_releasing(from)};
    int status;
    return (BtObject *)compute(type, &copy, a, NULL, &status);
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
    if (!is_worth_releasing(&from)) {
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
