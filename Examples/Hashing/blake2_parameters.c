// What the constructors of blake2b and blake2s are given: read, and checked against the algorithm's limits.
#include "blake2_hash.h"

/// A converter of O&: any object that gives an int of C.
static int convert_int(BtObject *object, void *result) BT_ATTACHED
{
    int value = BtLong_AsInt(object);
    if (value == -1 && BtErr_Occurred()) {
        return 0;
    }
    *(int *)result = value;
    return 1;
}

/// -1 with an exception of `type` set unless `is_good`.
#define CHECK(is_good, type, ...)             \
    do {                                      \
        if (!(is_good)) {                     \
            BtErr_Format(type, __VA_ARGS__);  \
            return -1;                        \
        }                                     \
    } while (0)

static int check(const Blake2 *algorithm, const Blake2Parameters *p) BT_ATTACHED
{
    CHECK(p->digest_size >= 1 && p->digest_size <= algorithm->digest_size, BtExc_ValueError,
          "digest_size must be between 1 and %d bytes", algorithm->digest_size);
    CHECK(p->salt.len <= algorithm->salt_size, BtExc_ValueError,
          "maximum salt length is %d bytes", algorithm->salt_size);
    CHECK(p->person.len <= algorithm->person_size, BtExc_ValueError,
          "maximum person length is %d bytes", algorithm->person_size);
    CHECK(p->fanout >= 0 && p->fanout <= 255, BtExc_ValueError, "fanout must be between 0 and 255");
    CHECK(p->depth >= 1 && p->depth <= 255, BtExc_ValueError, "depth must be between 1 and 255");
    CHECK(p->leaf_size <= UINT32_MAX, BtExc_OverflowError, "leaf_size is too large");
    CHECK(p->node_offset <= algorithm->node_offset, BtExc_OverflowError, "node_offset is too large");
    CHECK(p->node_depth >= 0 && p->node_depth <= 255, BtExc_ValueError, "node_depth must be between 0 and 255");
    // Python's own words.
    CHECK(p->inner_size >= 0 && p->inner_size <= algorithm->digest_size, BtExc_ValueError,
          "inner_size must be between 0 and is %d", algorithm->digest_size);
    CHECK(p->key.len <= algorithm->key_size, BtExc_ValueError, "maximum key length is %d bytes", algorithm->key_size);
    return 0;
}

int blake2_read_parameters(const Blake2 *algorithm, BtObject *args, BtObject *kwargs, Blake2Parameters *parameters,
                           BtObject **data) BT_ATTACHED
{
    static char *names[] = {"", "digest_size", "key", "salt", "person", "fanout", "depth", "leaf_size", "node_offset",
                            "node_depth", "inner_size", "last_node", "usedforsecurity", NULL};
    Blake2Parameters *p = parameters;
    *p = (Blake2Parameters){.digest_size = algorithm->digest_size, .fanout = 1, .depth = 1};
    *data = NULL;
    int used_for_security;  // BLAKE2 is never barred
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, algorithm->format, names, data, convert_int, &p->digest_size,
                                     &p->key, &p->salt, &p->person, convert_int, &p->fanout, convert_int, &p->depth,
                                     _BtLong_UnsignedLong_Converter, &p->leaf_size,
                                     _BtLong_UnsignedLongLong_Converter, &p->node_offset, convert_int, &p->node_depth,
                                     convert_int, &p->inner_size, &p->last_node, &used_for_security)) {
        // What had been exported is released already.
        *p = (Blake2Parameters){0};
        return -1;
    }
    return check(algorithm, p);
}

void blake2_release_parameters(Blake2Parameters *parameters) BT_ATTACHED
{
    BtBuffer_Release(&parameters->key);
    BtBuffer_Release(&parameters->salt);
    BtBuffer_Release(&parameters->person);
}
