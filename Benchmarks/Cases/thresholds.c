// What a release costs, and from which size on the work of the examples' functions is worth one (R7). Prints a table for
// their READMEs: `make thresholds`.
#include "api.h"

#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>

enum { SAMPLES = 301, ROUNDS = 1000 };

static int compare_doubles(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/// The middle one; the samples are put in order.
static double median(double *samples, int count)
{
    qsort(samples, (size_t)count, sizeof *samples, compare_doubles);
    return samples[count / 2];
}

#ifndef CASES_CPYTHON

struct neighbour {
    int runs;
    int stop;
};

static void *run_safe_points(void *context)
{
    struct neighbour *self = context;
    BtGILState_STATE state = BtGILState_Ensure();
    __atomic_store_n(&self->runs, 1, __ATOMIC_RELAXED);
    while (!__atomic_load_n(&self->stop, __ATOMIC_RELAXED) && BtEval_SafePoint() == 0) {
    }
    BtGILState_Release(state);
    return NULL;
}

/// The median of releases beside a thread that runs: until the lock is back.
static double time_release(void) BT_ATTACHED;
static double time_release(void)
{
    double samples[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
        double start = now_ns();
        Bt_BEGIN_ALLOW_THREADS
        COMPILER_BARRIER();
        Bt_END_ALLOW_THREADS
        samples[i] = now_ns() - start;
        BtEval_SafePoint();
    }
    return median(samples, SAMPLES);
}

static int print_releases(void) BT_ATTACHED;
static int print_releases(void)
{
    double alone[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
        double start = now_ns();
        for (int round = 0; round < ROUNDS; round++) {
            Bt_BEGIN_ALLOW_THREADS
            COMPILER_BARRIER();
            Bt_END_ALLOW_THREADS
        }
        alone[i] = (now_ns() - start) / ROUNDS;
    }
    struct neighbour neighbour = { 0, 0 };
    pthread_t other;
    if (pthread_create(&other, NULL, run_safe_points, &neighbour) != 0) {
        return -1;
    }
    Bt_BEGIN_ALLOW_THREADS
    while (!__atomic_load_n(&neighbour.runs, __ATOMIC_RELAXED)) {
        sched_yield();
    }
    Bt_END_ALLOW_THREADS
    double beside = time_release();
    Bt_BEGIN_ALLOW_THREADS
    __atomic_store_n(&neighbour.stop, 1, __ATOMIC_RELAXED);
    pthread_join(other, NULL);
    Bt_END_ALLOW_THREADS
    printf("| a release | microseconds |\n|---|---|\n| nobody waits | %.3f |\n| beside a busy thread | %.1f |\n\n",
           median(alone, SAMPLES) / 1e3, beside / 1e3);
    return 0;
}

/// Print how long `function` takes on `operands`, as a cell.
static int print_call(BtObject *function, BtObject *const *operands, size_t count) BT_ATTACHED;
static int print_call(BtObject *function, BtObject *const *operands, size_t count)
{
    double samples[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
        double start = now_ns();
        BtObject *result = BtObject_Vectorcall(function, operands, count, NULL);
        samples[i] = now_ns() - start;
        if (result == NULL) {
            return -1;
        }
        Bt_DECREF(result);
    }
    printf(" %.2f |", median(samples, SAMPLES) / 1e3);
    return 0;
}

static const int byte_counts[] = { 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 65536, 262144 };
static const int sides[] = { 8, 16, 24, 32, 40, 48, 64, 96, 128, 192 };
enum { SIZES = sizeof byte_counts / sizeof *byte_counts };

static void print_head(const char *what, const int *sizes)
{
    printf("| %s |", what);
    for (int i = 0; i < SIZES; i++) {
        printf(" %d |", sizes[i]);
    }
    printf("\n|---|");
    for (int i = 0; i < SIZES; i++) {
        printf("---|");
    }
    printf("\n");
}

/// A row: `name` of `owner`, or `owner` itself if that is NULL, on words of each size.
static int print_row_of_bytes(BtObject *owner, const char *label, const char *name) BT_ATTACHED;
static int print_row_of_bytes(BtObject *owner, const char *label, const char *name)
{
    static const char words[] = "lock thread release attach object buffer while return matrix hash stream 0x3f2a the of ";
    static char text[262144];
    BtObject *function = name == NULL ? Bt_NewRef(owner) : BtObject_GetAttrString(owner, name);
    int status = function == NULL ? -1 : 0;
    unsigned seed = 1;
    for (size_t at = 0; at < sizeof text; at++) {
        seed = at % 7 == 0 ? seed * 1664525u + 1013904223u : seed;
        text[at] = words[(at + (seed >> 26)) % (sizeof words - 1)];
    }
    printf("| %s |", label);
    for (int i = 0; status == 0 && i < SIZES; i++) {
        BtObject *data = BtBytes_FromStringAndSize(text, byte_counts[i]);
        status = data == NULL ? -1 : print_call(function, &data, 1);
        Bt_XDECREF(data);
    }
    printf("\n");
    Bt_XDECREF(function);
    return status;
}

/// A row: `name` of matrix on square matrices of each side, twice where it takes two.
static int print_row_of_matrices(BtObject *module, const char *name, size_t operands) BT_ATTACHED;
static int print_row_of_matrices(BtObject *module, const char *name, size_t operands)
{
    BtObject *function = BtObject_GetAttrString(module, name);
    int status = function == NULL ? -1 : 0;
    printf("| %s |", name);
    for (int i = 0; status == 0 && i < SIZES; i++) {
        BtObject *matrix = BtObject_CallMethod(module, "random", "ii", sides[i], sides[i]);
        BtObject *both[2] = { matrix, matrix };
        status = matrix == NULL ? -1 : print_call(function, both, operands);
        Bt_XDECREF(matrix);
    }
    printf("\n");
    Bt_XDECREF(function);
    return status;
}

static int print_bytes(void) BT_ATTACHED;
static int print_bytes(void)
{
    BtObject *hashlib = BtImport_ImportModule("hashlib"), *zlib = BtImport_ImportModule("zlib");
    BtObject *stream = zlib == NULL ? NULL : BtObject_CallMethod(zlib, "compressobj", NULL);
    int failed = hashlib == NULL || stream == NULL;
    if (!failed) {
        print_head("microseconds for so many bytes", byte_counts);
        failed = print_row_of_bytes(hashlib, "hashlib.sha256", "sha256") < 0
                 || print_row_of_bytes(hashlib, "hashlib.sha512", "sha512") < 0
                 || print_row_of_bytes(hashlib, "hashlib.md5", "md5") < 0
                 || print_row_of_bytes(hashlib, "hashlib.sha3_256", "sha3_256") < 0
                 || print_row_of_bytes(zlib, "zlib.crc32", "crc32") < 0
                 || print_row_of_bytes(zlib, "zlib.adler32", "adler32") < 0
                 || print_row_of_bytes(stream, "zlib.compressobj().compress", "compress") < 0
                 || print_row_of_bytes(zlib, "zlib.compress", "compress") < 0
                 || print_row_of_bytes((BtObject *)&BtByteArray_Type, "a copy", NULL) < 0;
    }
    Bt_XDECREF(stream);
    Bt_XDECREF(zlib);
    Bt_XDECREF(hashlib);
    return failed ? -1 : 0;
}

static int print_matrices(void) BT_ATTACHED;
static int print_matrices(void)
{
    BtObject *matrix = BtImport_ImportModule("matrix");
    int failed = matrix == NULL;
    if (!failed) {
        printf("\n");
        print_head("microseconds for a square of so many rows", sides);
        failed = print_row_of_matrices(matrix, "add", 2) < 0 || print_row_of_matrices(matrix, "transpose", 1) < 0
                 || print_row_of_matrices(matrix, "matmul", 2) < 0
                 || print_row_of_matrices(matrix, "matmul_blocked", 2) < 0
                 || print_row_of_matrices(matrix, "solve", 2) < 0 || print_row_of_matrices(matrix, "inverse", 1) < 0;
    }
    Bt_XDECREF(matrix);
    return failed ? -1 : 0;
}

BtObject *thresholds(BtObject *self, BtObject *args)
{
    (void)self;
    (void)args;
    if (print_releases() < 0) {
        BtErr_SetString(BtExc_RuntimeError, "no thread");
        return NULL;
    }
    if (print_bytes() < 0 || print_matrices() < 0) {
        return NULL;
    }
    fflush(stdout);
    Bt_RETURN_NONE;
}

#else

/// The thresholds are those of Baton's own extensions.
BtObject *thresholds(BtObject *self, BtObject *args)
{
    (void)self;
    (void)args;
    (void)median;
    BtErr_SetString(BtExc_RuntimeError, "thresholds are measured under Baton alone");
    return NULL;
}

#endif
