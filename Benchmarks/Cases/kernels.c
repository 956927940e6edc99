// One thread of hashing, compression and multiplication through the modules that a script would import.
#include "api.h"

#include <stdint.h>
#include <string.h>

/// Bytes that compress about as text does: words drawn from a small fixed list.
static BtObject *sample(Bt_ssize_t size) BT_ATTACHED;
static BtObject *sample(Bt_ssize_t size)
{
    static const char *const words[] = { "lock ",   "thread ", "release ", "attach ", "object ", "buffer ", "while ",
                                         "return ", "matrix ", "hash ",    "stream ", "0x3f2a ", "\n",      "the ",
                                         "of ",     "and " };
    char *text = malloc((size_t)size);
    if (text == NULL) {
        return BtErr_NoMemory();
    }
    uint64_t seed = 1;
    for (Bt_ssize_t at = 0; at < size;) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        const char *word = words[seed >> 60];
        for (size_t i = 0; word[i] != '\0' && at < size; i++) {
            text[at++] = word[i];
        }
    }
    BtObject *bytes = BtBytes_FromStringAndSize(text, size);
    free(text);
    return bytes;
}

/// Call module.name(arguments), `count` times, and say how long one took, in nanoseconds.
static BtObject *time_calls(BtObject *function, BtObject *const *arguments, size_t argument_count, Bt_ssize_t count)
    BT_ATTACHED;
static BtObject *time_calls(BtObject *function, BtObject *const *arguments, size_t argument_count, Bt_ssize_t count)
{
    double start = now_ns();
    for (Bt_ssize_t i = 0; i < count; i++) {
        BtObject *result = BtObject_Vectorcall(function, arguments, argument_count, NULL);
        if (result == NULL) {
            return NULL;
        }
        Bt_DECREF(result);
    }
    return BtFloat_FromDouble((now_ns() - start) / (double)count);
}

static BtObject *function_of(const char *module_name, const char *name) BT_ATTACHED;
static BtObject *function_of(const char *module_name, const char *name)
{
    BtObject *module = BtImport_ImportModule(module_name);
    if (module == NULL) {
        return NULL;
    }
    BtObject *function = BtObject_GetAttrString(module, name);
    Bt_DECREF(module);
    return function;
}

static BtObject *time_on_sample(BtObject *args, const char *module, const char *name, Bt_ssize_t size) BT_ATTACHED;
static BtObject *time_on_sample(BtObject *args, const char *module, const char *name, Bt_ssize_t size)
{
    Bt_ssize_t count;
    if (!BtArg_ParseTuple(args, "n", &count)) {
        return NULL;
    }
    BtObject *result = NULL;
    BtObject *data = sample(size);
    BtObject *function = data == NULL ? NULL : function_of(module, name);
    if (function != NULL) {
        result = time_calls(function, &data, 1, count);
    }
    Bt_XDECREF(function);
    Bt_XDECREF(data);
    return result;
}

BtObject *kernel_sha256(BtObject *self, BtObject *args)
{
    (void)self;
    return time_on_sample(args, "hashlib", "sha256", 1 << 20);
}

BtObject *kernel_compress(BtObject *self, BtObject *args)
{
    (void)self;
    return time_on_sample(args, "zlib", "compress", 1 << 18);
}

/// A 256 x 256 matrix of float64, made from the sample's bytes as numbers between 0 and 255.
static BtObject *square_matrix(void) BT_ATTACHED;
static BtObject *square_matrix(void)
{
    enum { SIDE = 256 };
    static double numbers[SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
        numbers[i] = (double)((i * 7919) % 256);
    }
    BtObject *bytes = BtBytes_FromStringAndSize((const char *)numbers, sizeof numbers);
    if (bytes == NULL) {
        return NULL;
    }
#ifdef CASES_CPYTHON
    BtObject *numpy = BtImport_ImportModule("numpy");
    BtObject *flat = numpy == NULL ? NULL : BtObject_CallMethod(numpy, "frombuffer", "O", bytes);
    BtObject *matrix = flat == NULL ? NULL : BtObject_CallMethod(flat, "reshape", "ii", SIDE, SIDE);
    Bt_XDECREF(flat);
    Bt_XDECREF(numpy);
#else
    BtObject *module = BtImport_ImportModule("matrix");
    BtObject *matrix = module == NULL ? NULL : BtObject_CallMethod(module, "from_bytes", "Oii", bytes, SIDE, SIDE);
    Bt_XDECREF(module);
#endif
    Bt_DECREF(bytes);
    return matrix;
}

BtObject *kernel_matmul(BtObject *self, BtObject *args)
{
    (void)self;
    Bt_ssize_t count;
    if (!BtArg_ParseTuple(args, "n", &count)) {
        return NULL;
    }
#ifdef CASES_CPYTHON
    const char *module = "numpy";
#else
    const char *module = "matrix";
#endif
    BtObject *result = NULL;
    BtObject *matrix = square_matrix();
    BtObject *function = matrix == NULL ? NULL : function_of(module, "matmul");
    if (function != NULL) {
        BtObject *operands[2] = { matrix, matrix };
        result = time_calls(function, operands, 2, count);
    }
    Bt_XDECREF(function);
    Bt_XDECREF(matrix);
    return result;
}
