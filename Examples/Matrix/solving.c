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

static BtObject *computed(BtTypeObject *type, const Computation *what, MatrixObject *a, MatrixObject *b) BT_ATTACHED
{
    int status;
    MatrixObject *out = compute(type, what, a, b, &status);
    return out == NULL || status == 0 ? (BtObject *)out : raise_status(what->function, status, out);
}

static int solve_operands(const Operands *o) BT_ANY_STATE { return kernel_solve(&o->a, &o->b, &o->out); }
static int invert_operand(const Operands *o) BT_ANY_STATE { return kernel_inverse(&o->a, &o->out); }

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
    double n = a->dense.rows;
    bool releases = 2 * n * n * n / 3 + 2 * n * n * b->dense.columns >= RELEASE_MIN_SOLVER_FLOPS;
    Computation solution = {"solve", solve_operands, 0, b->dense.rows, b->dense.columns, releases};
    return computed(type, &solution, a, b);
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
    double n = a->dense.rows;
    bool releases = 2 * n * n * n >= RELEASE_MIN_SOLVER_FLOPS;
    Computation inverted = {"inverse", invert_operand, 0, a->dense.rows, a->dense.columns, releases};
    return computed(type, &inverted, a, NULL);
}

BtMethodDef solving_methods[] = {
    {"solve", matrix_solve, BT_METH_VARARGS, solve_doc},
    {"inverse", matrix_inverse, BT_METH_VARARGS, inverse_doc},
    {NULL, NULL, 0, NULL},
};
