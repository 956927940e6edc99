// matmul, by OpenBLAS, and matmul_blocked, by the kernel of this folder.
//
// The pattern is computing.c's, with a result that the caller may give: whoever computes into it is its writer.
#include "matrix.h"

static BtObject *check_out(const char *function, const Dense *a, const Dense *b, const Dense *out) BT_ATTACHED
{
    if (out->rows != a->rows || out->columns != b->columns) {
        return BtErr_Format(BtExc_ValueError, "%s: out has shape (%d, %d), the product of (%d, %d) and (%d, %d) has (%d, %d)",
                            function, out->rows, out->columns, a->rows, a->columns, b->rows, b->columns, a->rows,
                            b->columns);
    }
    return check_types(function, a, out) < 0 ? NULL : Bt_None;
}

BtObject *multiply(BtTypeObject *type, MatrixObject *a, MatrixObject *b, MatrixObject *out, const char *function,
                   void (*kernel)(const Dense *, const Dense *, const Dense *)) BT_ATTACHED
{
    if (a->dense.columns != b->dense.rows) {
        return raise_shapes(function, &a->dense, &b->dense, "the columns of the first must be as many as the rows of the second");
    }
    if (check_types(function, &a->dense, &b->dense) < 0) {
        return NULL;
    }
    if (out == NULL) {
        out = matrix_new(type, a->dense.rows, b->dense.columns, a->dense.type);
        if (out == NULL) {
            return NULL;
        }
    } else {
        if (check_out(function, &a->dense, &b->dense, &out->dense) == NULL) {
            return NULL;
        }
        Bt_INCREF(out);
    }
    if (begin_read_both(a, b, function) < 0) {
        Bt_DECREF(out);
        return NULL;
    }
    if (begin_write(out, function) < 0) {
        end_read(a);
        end_read(b);
        Bt_DECREF(out);
        return NULL;
    }
    const Dense left = a->dense;
    const Dense right = b->dense;
    const Dense product = out->dense;
    double flops = 2.0 * left.rows * left.columns * right.columns;
    if (flops < RELEASE_MIN_FLOPS) {
        kernel(&left, &right, &product);
    } else {
        Bt_BEGIN_ALLOW_THREADS
        kernel(&left, &right, &product);
        Bt_END_ALLOW_THREADS
    }
    end_write(out);
    end_read(a);
    end_read(b);
    return (BtObject *)out;
}

static BtObject *call(BtObject *module, BtObject *args, BtObject *kwargs, const char *function, const char *format,
                      void (*kernel)(const Dense *, const Dense *, const Dense *)) BT_ATTACHED
{
    static char *names[] = {"a", "b", "out", NULL};
    BtTypeObject *type = module_state(module)->matrix_type;
    BtObject *a;
    BtObject *b;
    BtObject *out = Bt_None;
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, format, names, type, &a, type, &b, &out)) {
        return NULL;
    }
    if (out != Bt_None && !Bt_IS_TYPE(out, type)) {
        return BtErr_Format(BtExc_TypeError, "%s: out must be a Matrix or None, not %.100s", function,
                            Bt_TYPE(out)->tp_name);
    }
    return multiply(type, (MatrixObject *)a, (MatrixObject *)b, out == Bt_None ? NULL : (MatrixObject *)out, function,
                    kernel);
}

BtDoc_STRVAR(matmul_doc,
"matmul($module, a, b, out=None)\n"
"--\n\n"
"Return the product of two matrices, in out if one is given. Computed by OpenBLAS.");

static BtObject *matrix_matmul(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    return call(module, args, kwargs, "matmul", "O!O!|O:matmul", kernel_matmul);
}

BtDoc_STRVAR(matmul_blocked_doc,
"matmul_blocked($module, a, b, out=None)\n"
"--\n\n"
"Like matmul. Computed by a short kernel in plain C that works block by block.");

static BtObject *matrix_matmul_blocked(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    return call(module, args, kwargs, "matmul_blocked", "O!O!|O:matmul_blocked", kernel_matmul_blocked);
}

BtMethodDef product_methods[] = {
    {"matmul", _BtCFunction_CAST(matrix_matmul), BT_METH_VARARGS | BT_METH_KEYWORDS, matmul_doc},
    {"matmul_blocked", _BtCFunction_CAST(matrix_matmul_blocked), BT_METH_VARARGS | BT_METH_KEYWORDS, matmul_blocked_doc},
    {NULL, NULL, 0, NULL},
};
