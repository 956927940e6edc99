/// @file matrix.h
/// What the files of this extension share.
///
/// kernels.c computes on native matrices (`Dense`), detached. The other files are the API's side: they check shapes, pin
/// the operands, put the lock down around a kernel, and make objects of what came out.
///
/// How a matrix is shared (R2, R8): its shape never changes, and its elements are written only while it is being made and
/// by `out=`. `uses` says what goes on: a number of readers (computations and exported buffers), or one writer. Whoever
/// comes and does not fit gets a BufferError; nobody waits.
#ifndef MATRIX_H
#define MATRIX_H

#include <baton.h>
#include <stdbool.h>
#include <stdint.h>

/// Below so many floating-point operations a product keeps the lock (R7); measured, see the README.
#define RELEASE_MIN_FLOPS (64 * 1024)
/// The same for LAPACK, which takes several times as long for an operation while matrices are small.
#define RELEASE_MIN_SOLVER_FLOPS (8 * 1024)
/// The same for kernels that pass over the elements once.
#define RELEASE_MIN_ELEMENTS (8 * 1024)

typedef enum { float64, float32 } ElementType;

/// A dense matrix in native memory, row after row without gaps.
typedef struct {
    void *data;
    int rows;
    int columns;
    ElementType type;
} Dense;

static inline size_t element_size(ElementType type) { return type == float64 ? sizeof(double) : sizeof(float); }
static inline size_t element_count(const Dense *m) { return (size_t)m->rows * (size_t)m->columns; }
static inline size_t byte_count(const Dense *m) { return element_count(m) * element_size(m->type); }
static inline const char *type_name(ElementType type) { return type == float64 ? "float64" : "float32"; }

// --- kernels.c and solver.c: native, any state

void kernel_matmul(const Dense *a, const Dense *b, const Dense *out) BT_ANY_STATE;
void kernel_matmul_blocked(const Dense *a, const Dense *b, const Dense *out) BT_ANY_STATE;
void kernel_transpose(const Dense *a, const Dense *out) BT_ANY_STATE;
void kernel_add(const Dense *a, const Dense *b, const Dense *out) BT_ANY_STATE;
void kernel_scale(const Dense *a, double factor, const Dense *out) BT_ANY_STATE;
void kernel_identity(const Dense *out) BT_ANY_STATE;
void kernel_random(const Dense *out, uint64_t seed) BT_ANY_STATE;
typedef enum { norm_frobenius, norm_one, norm_infinity, norm_maximum } Norm;
/// Return the norm, or -1 without memory.
double kernel_norm(const Dense *a, Norm norm) BT_ANY_STATE;

/// 0; the number of the pivot that is zero; or -1 without memory.
int kernel_solve(const Dense *a, const Dense *b, const Dense *out) BT_ANY_STATE;
int kernel_inverse(const Dense *a, const Dense *out) BT_ANY_STATE;

// --- object.c, buffer.c

typedef struct {
    BtObject_HEAD
    Dense dense;
    void *memory;           ///< what to free; `dense.data` is the first 64-byte boundary in it
    int uses;               ///< atomic: number of readers, or -1 for a writer
    Bt_ssize_t shape[2];    ///< for exported buffers
    Bt_ssize_t strides[2];
} MatrixObject;

typedef struct {
    BtTypeObject *matrix_type;
} ModuleState;

BT_INLINE ModuleState *module_state(BtObject *module) BT_ATTACHED
{
    return (ModuleState *)BtModule_GetState(module);
}

extern BtType_Spec matrix_spec;

/// Make a matrix, its elements zero; NULL with an exception set (a negative size, no memory).
MatrixObject *matrix_new(BtTypeObject *type, Bt_ssize_t rows, Bt_ssize_t columns, ElementType element) BT_ATTACHED;

/// Become a reader of `m`; -1 with BufferError set if it is being written. `function` is named in the message.
int begin_read(MatrixObject *m, const char *function) BT_ATTACHED;
void end_read(MatrixObject *m) BT_ANY_STATE;
/// Become the writer of `m`; -1 with BufferError set if it is in use.
int begin_write(MatrixObject *m, const char *function) BT_ATTACHED;
void end_write(MatrixObject *m) BT_ANY_STATE;
/// Become a reader of two matrices, or of none; -1 with BufferError set.
int begin_read_both(MatrixObject *a, MatrixObject *b, const char *function) BT_ATTACHED;

int matrix_getbuffer(BtObject *object, Bt_buffer *view, int flags) BT_ATTACHED;
void matrix_releasebuffer(BtObject *object, Bt_buffer *view) BT_ATTACHED;

/// Set ValueError with both shapes, and return NULL. `why` says which sizes had to meet.
BtObject *raise_shapes(const char *function, const Dense *a, const Dense *b, const char *why) BT_ATTACHED;
/// Check that two matrices have one element type; -1 with TypeError set.
int check_types(const char *function, const Dense *a, const Dense *b) BT_ATTACHED;

// --- computing.c

/// What a kernel sees: native, without objects.
typedef struct {
    Dense a;
    Dense b;    ///< all zero if there is but one operand
    Dense out;
    double factor;
} Operands;

/// A computation of a new matrix.
typedef struct {
    const char *function;                     ///< named in messages
    int (*kernel)(const Operands *operands);  ///< runs detached if the computation releases; its status is the caller's
    double factor;
    int rows;                                 ///< of the result
    int columns;
    bool releases;                            ///< whether the work is worth a release (R7)
} Computation;

/// Compute a new matrix of `a`, and of `b` unless that is NULL; NULL with an exception set, else `*status` is the kernel's.
MatrixObject *compute(BtTypeObject *type, const Computation *what, MatrixObject *a, MatrixObject *b, int *status)
    BT_ATTACHED;

// --- creation.c, conversion.c, products.c, elementwise.c, solving.c: the functions of the module

extern BtMethodDef creation_methods[];
extern BtMethodDef product_methods[];
extern BtMethodDef elementwise_methods[];
extern BtMethodDef solving_methods[];
extern BtMethodDef matrix_methods[];  // of the type

BtObject *multiply(BtTypeObject *type, MatrixObject *a, MatrixObject *b, MatrixObject *out, const char *function,
                   void (*kernel)(const Dense *, const Dense *, const Dense *)) BT_ATTACHED;
BtObject *add(BtTypeObject *type, MatrixObject *a, MatrixObject *b) BT_ATTACHED;
BtObject *scale(BtTypeObject *type, MatrixObject *a, double factor) BT_ATTACHED;
BtObject *transpose(BtTypeObject *type, MatrixObject *a) BT_ATTACHED;

#endif
