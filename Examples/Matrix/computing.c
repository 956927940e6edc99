// The pattern of the functions that make a matrix of one or two: make the result, become a reader (the references of the
// arguments pin the objects, the counts pin the elements), put the lock down if the work is worth it, compute on native
// structs, take it up, end the uses.
#include "matrix.h"

MatrixObject *compute(BtTypeObject *type, const Computation *what, MatrixObject *a, MatrixObject *b, int *status) BT_ATTACHED
{
    MatrixObject *out = matrix_new(type, what->rows, what->columns, a->dense.type);
    if (out == NULL) {
        return NULL;
    }
    if ((b == NULL ? begin_read(a, what->function) : begin_read_both(a, b, what->function)) < 0) {
        Bt_DECREF(out);
        return NULL;
    }
    const Operands operands = {a->dense, b == NULL ? (Dense){0} : b->dense, out->dense, what->factor};
    if (!what->releases) {
        *status = what->kernel(&operands);
    } else {
        Bt_BEGIN_ALLOW_THREADS
        *status = what->kernel(&operands);
        Bt_END_ALLOW_THREADS
    }
    end_read(a);
    if (b != NULL) {
        end_read(b);
    }
    return out;
}
