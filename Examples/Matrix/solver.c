// Linear systems by LAPACK, without objects.
//
// LAPACK counts by columns and our rows lie one after another, so what it sees is the transposed matrix. To factor that is
// as good: getrs is asked for the solution of the transposed system, and the inverse of the transposed is the transposed
// of the inverse. Nothing but the right-hand sides is ever moved.
#include "matrix.h"

#include <lapacke.h>
#include <string.h>

/// Native memory for a copy of `a` and the pivots behind it; NULL without memory.
static void *copy_for_factoring(const Dense *a, lapack_int **pivots) BT_ANY_STATE
{
    size_t size = byte_count(a);
    char *copy = (char *)BtMem_RawMalloc(size + (size_t)a->rows * sizeof(lapack_int) + 1);
    if (copy != NULL) {
        memcpy(copy, a->data, size);
        *pivots = (lapack_int *)(copy + size);
    }
    return copy;
}

static int factor(const Dense *a, void *copy, lapack_int *pivots) BT_ANY_STATE
{
    lapack_int n = a->rows;
    return a->type == float64 ? LAPACKE_dgetrf_work(LAPACK_COL_MAJOR, n, n, copy, n, pivots)
                              : LAPACKE_sgetrf_work(LAPACK_COL_MAJOR, n, n, copy, n, pivots);
}

int kernel_solve(const Dense *a, const Dense *b, const Dense *out) BT_ANY_STATE
{
    lapack_int n = a->rows;
    if (n == 0 || b->columns == 0) {
        return 0;
    }
    lapack_int *pivots;
    void *factors = copy_for_factoring(a, &pivots);
    // One right-hand side lies as LAPACK wants it; several are transposed into place and back.
    Dense sides = {.rows = b->columns, .columns = b->rows, .type = b->type};
    sides.data = b->columns == 1 ? out->data : BtMem_RawMalloc(byte_count(b));
    int status = -1;
    if (factors != NULL && sides.data != NULL) {
        status = factor(a, factors, pivots);
    }
    if (status == 0) {
        kernel_transpose(b, &sides);
        if (a->type == float64) {
            LAPACKE_dgetrs_work(LAPACK_COL_MAJOR, 'T', n, b->columns, factors, n, pivots, sides.data, n);
        } else {
            LAPACKE_sgetrs_work(LAPACK_COL_MAJOR, 'T', n, b->columns, factors, n, pivots, sides.data, n);
        }
        if (sides.data != out->data) {
            kernel_transpose(&sides, out);
        }
    }
    if (sides.data != out->data) {
        BtMem_RawFree(sides.data);
    }
    BtMem_RawFree(factors);
    return status;
}

int kernel_inverse(const Dense *a, const Dense *out) BT_ANY_STATE
{
    enum { block = 64 };  // columns that getri works on at a time
    lapack_int n = a->rows;
    if (n == 0) {
        return 0;
    }
    lapack_int *pivots = (lapack_int *)BtMem_RawMalloc((size_t)n * sizeof(lapack_int));
    void *room = BtMem_RawMalloc((size_t)n * block * element_size(a->type));
    int status = -1;
    if (pivots != NULL && room != NULL) {
        memcpy(out->data, a->data, byte_count(a));
        status = factor(a, out->data, pivots);
    }
    if (status == 0) {
        status = a->type == float64
                     ? LAPACKE_dgetri_work(LAPACK_COL_MAJOR, n, out->data, n, pivots, room, n * block)
                     : LAPACKE_sgetri_work(LAPACK_COL_MAJOR, n, out->data, n, pivots, room, n * block);
    }
    BtMem_RawFree(room);
    BtMem_RawFree(pivots);
    return status;
}
