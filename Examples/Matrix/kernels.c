// What is computed, without objects: everything here may run detached. Each kernel exists for both element types.
#include "matrix.h"

#include <cblas.h>
#include <math.h>
#include <string.h>

/// A step of the SplitMix64 generator.
static uint64_t next_random(uint64_t *state) BT_ANY_STATE
{
    uint64_t z = (*state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/// The larger number; not a number, if there is one.
static double larger(double left, double right) BT_ANY_STATE { return right > left || isnan(right) ? right : left; }

#define ELEMENT double
#define NAME(name) double_##name
#include "kernels.inc"
#undef ELEMENT
#undef NAME

#define ELEMENT float
#define NAME(name) float_##name
#include "kernels.inc"
#undef ELEMENT
#undef NAME

void kernel_matmul(const Dense *a, const Dense *b, const Dense *out) BT_ANY_STATE
{
    if (element_count(out) == 0) {
        return;
    }
    if (a->columns == 0) {
        memset(out->data, 0, byte_count(out));
    } else if (a->type == float64) {
        cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, a->rows, b->columns, a->columns, 1, a->data, a->columns,
                    b->data, b->columns, 0, out->data, out->columns);
    } else {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, a->rows, b->columns, a->columns, 1, a->data, a->columns,
                    b->data, b->columns, 0, out->data, out->columns);
    }
}

#define FOR_TYPE(matrix, name, ...) \
    ((matrix)->type == float64 ? double_##name(__VA_ARGS__) : float_##name(__VA_ARGS__))

void kernel_matmul_blocked(const Dense *a, const Dense *b, const Dense *out) BT_ANY_STATE
{
    FOR_TYPE(a, matmul_blocked, a, b, out);
}

void kernel_transpose(const Dense *a, const Dense *out) BT_ANY_STATE { FOR_TYPE(a, transpose, a, out); }

void kernel_add(const Dense *a, const Dense *b, const Dense *out) BT_ANY_STATE { FOR_TYPE(a, add, a, b, out); }

void kernel_scale(const Dense *a, double factor, const Dense *out) BT_ANY_STATE { FOR_TYPE(a, scale, a, factor, out); }

void kernel_identity(const Dense *out) BT_ANY_STATE { FOR_TYPE(out, identity, out); }

void kernel_random(const Dense *out, uint64_t seed) BT_ANY_STATE { FOR_TYPE(out, random, out, seed); }

/// BLAS counts with int; a larger matrix is taken in parts, whose norms are the sides of a right angle.
static double frobenius(const Dense *a) BT_ANY_STATE
{
    double norm = 0;
    for (int row = 0; row < a->rows; row++) {
        size_t first = (size_t)row * (size_t)a->columns;
        double part = a->type == float64 ? cblas_dnrm2(a->columns, (const double *)a->data + first, 1)
                                         : (double)cblas_snrm2(a->columns, (const float *)a->data + first, 1);
        norm = hypot(norm, part);
    }
    return norm;
}

double kernel_norm(const Dense *a, Norm norm) BT_ANY_STATE
{
    switch (norm) {
    case norm_frobenius:
        return frobenius(a);
    case norm_infinity:
        return FOR_TYPE(a, largest_sum, a, NULL);
    case norm_maximum:
        return FOR_TYPE(a, largest_element, a);
    case norm_one:
        break;
    }
    double *sums = (double *)BtMem_RawCalloc(a->columns == 0 ? 1 : (size_t)a->columns, sizeof(double));
    if (sums == NULL) {
        return -1;
    }
    double largest = FOR_TYPE(a, largest_sum, a, sums);
    BtMem_RawFree(sums);
    return largest;
}
