// solve and inverse. What the kernel found wrong is carried out of the block as a number, and raised after it (R9).
#include "matrix.h"

static BtObject *raise_status(const char *function, int status, MatrixObject *out) BT_ATTACHED
{
    int rows = out->dense.rows;
    Bt_DECREF(out);
    if (status < 0) {
        return BtErr_NoMemory();
    }
    return BtErr_Format(BtExc_ValueError, "%s: the matrix is singular (pivot %d of %d is zero)", function, status, rows);
}

BtDoc_STRVAR(solve_doc,
"solve($module, a, b, /)\n"
"--\n\n"
"Return x such that a @ x is b. a is square; each column of b is a right-hand side.");

static BtObject *matrix_solve(BtObject *module, BtObject *args) BT_ATTACHED
{
    BtTypeObject *type = module_state(module)->matrix_type;
    BtObject *first;
    BtObject *second;
    if (!BtArg_ParseTuple(args, "O!O!:solve", type, &first, type, &second)) {
        return NULL;
    }
    MatrixObject *a = (MatrixObject *)first;
    MatrixObject *b = (MatrixObject *)second;
    if (a->dense.rows != a->dense.columns) {
        return raise_shapes("solve", &a->dense, &b->dense, "the first must be square");
    }
    if (a->dense.rows != b->dense.rows) {
        return raise_shapes("solve", &a->dense, &b->dense, "they must have as many rows");
    }
    if (check_types("solve", &a->dense, &b->dense) < 0) {
        return NULL;
    }
    MatrixObject *out = matrix_new(type, b->dense.rows, b->dense.columns, b->dense.type);
    if (out == NULL) {
        return NULL;
    }
    if (begin_read_both(a, b, "solve") < 0) {
        Bt_DECREF(out);
        return NULL;
    }
    const Dense left = a->dense;
    const Dense right = b->dense;
    const Dense solution = out->dense;
    int status;
    double n = left.rows;
    if (2 * n * n * n / 3 + 2 * n * n * right.columns < RELEASE_MIN_FLOPS) {
        status = kernel_solve(&left, &right, &solution);
    } else {
        Bt_BEGIN_ALLOW_THREADS
        status = kernel_solve(&left, &right, &solution);
        Bt_END_ALLOW_THREADS
    }
    end_read(a);
    end_read(b);
    return status == 0 ? (BtObject *)out : raise_status("solve", status, out);
}

BtDoc_STRVAR(inverse_doc,
"inverse($module, a, /)\n"
"--\n\n"
"Return the inverse of a square matrix.");

static BtObject *matrix_inverse(BtObject *module, BtObject *args) BT_ATTACHED
{
    BtTypeObject *type = module_state(module)->matrix_type;
    BtObject *object;
    if (!BtArg_ParseTuple(args, "O!:inverse", type, &object)) {
        return NULL;
    }
    MatrixObject *a = (MatrixObject *)object;
    if (a->dense.rows != a->dense.columns) {
        return BtErr_Format(BtExc_ValueError, "inverse: a matrix of shape (%d, %d) is not square", a->dense.rows,
                            a->dense.columns);
    }
    MatrixObject *out = matrix_new(type, a->dense.rows, a->dense.columns, a->dense.type);
    if (out == NULL) {
        return NULL;
    }
    if (begin_read(a, "inverse") < 0) {
        Bt_DECREF(out);
        return NULL;
    }
    const Dense from = a->dense;
    const Dense to = out->dense;
    int status;
    double n = from.rows;
    if (2 * n * n * n < RELEASE_MIN_FLOPS) {
        status = kernel_inverse(&from, &to);
    } else {
        Bt_BEGIN_ALLOW_THREADS
        status = kernel_inverse(&from, &to);
        Bt_END_ALLOW_THREADS
    }
    end_read(a);
    return status == 0 ? (BtObject *)out : raise_status("inverse", status, out);
}

BtMethodDef solving_methods[] = {
    {"solve", matrix_solve, BT_METH_VARARGS, solve_doc},
    {"inverse", matrix_inverse, BT_METH_VARARGS, inverse_doc},
    {NULL, NULL, 0, NULL},
};
