// The types blake2b and blake2s: running digests that any thread may feed.
//
// The lock and the object's mutex nest as in hash.c: the mutex is taken while attached, and given up before the thread
// attaches again (R8).
#include "blake2_hash.h"

#include <openssl/crypto.h>
#include <string.h>

typedef struct {
    BtObject_HEAD
    BtMutex mutex;            ///< guards `state` (R8)
    const Blake2 *algorithm;  ///< never changes, as `digest_size`
    size_t digest_size;
    Blake2State state;
} Blake2Object;

enum { longest_block = BLAKE2B_BLOCKBYTES, longest_digest = BLAKE2B_OUTBYTES };

/// Take in the bytes of a view that pins them. `mutex` is NULL while nobody else has the object, or held: then it is given
/// up here, after the work and before attaching. -1 with an exception set.
static int update(Blake2Object *self, const Bt_buffer *view, BtMutex *mutex) BT_ATTACHED
{
    const Blake2 *algorithm = self->algorithm;
    Blake2State *state = &self->state;
    const uint8_t *bytes = (const uint8_t *)view->buf;
    size_t size = (size_t)view->len;
    int status;
    if (size < HASH_RELEASE_MIN) {
        status = algorithm->update(state, bytes, size);
        if (mutex != NULL) {
            BtMutex_Unlock(mutex);
        }
    } else {
        Bt_BEGIN_ALLOW_THREADS
        status = algorithm->update(state, bytes, size);
        if (mutex != NULL) {
            BtMutex_Unlock(mutex);
        }
        Bt_END_ALLOW_THREADS
    }
    if (status < 0) {
        BtErr_Format(BtExc_RuntimeError, "%s: update failed", algorithm->name);
    }
    return status;
}

/// Begin the digest: the parameters, the key as a block of its own, and the first data. -1 with an exception set.
static int start(Blake2Object *self, const Blake2Parameters *parameters, BtObject *data) BT_ATTACHED
{
    const Blake2 *algorithm = self->algorithm;
    if (algorithm->start(&self->state, parameters) < 0) {
        BtErr_Format(BtExc_RuntimeError, "%s: start failed", algorithm->name);
        return -1;
    }
    if (parameters->key.len != 0) {
        uint8_t block[longest_block] = {0};
        memcpy(block, parameters->key.buf, (size_t)parameters->key.len);
        (void)algorithm->update(&self->state, block, (size_t)algorithm->block_size);
        OPENSSL_cleanse(block, sizeof block);
    }
    Bt_buffer view;
    if (data == NULL) {
        return 0;
    }
    if (export_bytes(data, &view) < 0) {
        return -1;
    }
    // Nobody else has the object yet: no mutex.
    int status = update(self, &view, NULL);
    BtBuffer_Release(&view);
    return status;
}

static Blake2Object *blake2_alloc(BtTypeObject *type, const Blake2 *algorithm, size_t digest_size) BT_ATTACHED
{
    Blake2Object *self = BtObject_New(Blake2Object, type);
    if (self != NULL) {
        self->mutex = (BtMutex){0};
        self->algorithm = algorithm;
        self->digest_size = digest_size;
        self->state = (Blake2State){0};
    }
    return self;
}

static BtObject *construct(BtTypeObject *type, const Blake2 *algorithm, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    Blake2Parameters parameters;
    BtObject *data;
    Blake2Object *self = NULL;
    if (blake2_read_parameters(algorithm, args, kwargs, &parameters, &data) == 0) {
        self = blake2_alloc(type, algorithm, (size_t)parameters.digest_size);
        if (self != NULL && start(self, &parameters, data) < 0) {
            Bt_CLEAR(self);
        }
    }
    blake2_release_parameters(&parameters);
    return (BtObject *)self;
}

static BtObject *blake2b_new(BtTypeObject *type, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    return construct(type, &blake2b_algorithm, args, kwargs);
}

static BtObject *blake2s_new(BtTypeObject *type, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    return construct(type, &blake2s_algorithm, args, kwargs);
}

BtDoc_STRVAR(update_doc,
"update($self, data, /)\n"
"--\n\n"
"Take in the bytes of data.");

static BtObject *blake2_update(BtObject *object, BtObject *data) BT_ATTACHED
{
    Blake2Object *self = (Blake2Object *)object;
    Bt_buffer view;
    if (export_bytes(data, &view) < 0) {
        return NULL;
    }
    BtMutex_Lock(&self->mutex);
    int status = update(self, &view, &self->mutex);
    BtBuffer_Release(&view);
    if (status < 0) {
        return NULL;
    }
    Bt_RETURN_NONE;
}

static void copy_state(Blake2Object *self, Blake2State *copy) BT_ATTACHED
{
    BtMutex_Lock(&self->mutex);
    *copy = self->state;
    BtMutex_Unlock(&self->mutex);
}

BtDoc_STRVAR(copy_doc,
"copy($self, /)\n"
"--\n\n"
"Return a copy of the hash object.");

static BtObject *blake2_copy(BtObject *object, BtObject *ignored) BT_ATTACHED
{
    (void)ignored;
    Blake2Object *self = (Blake2Object *)object;
    Blake2Object *copy = blake2_alloc(Bt_TYPE(object), self->algorithm, self->digest_size);
    if (copy != NULL) {
        copy_state(self, &copy->state);
    }
    return (BtObject *)copy;
}

/// Finish a copy of the digest; -1 with an exception set.
static int finish(Blake2Object *self, uint8_t digest[longest_digest]) BT_ATTACHED
{
    Blake2State state;
    copy_state(self, &state);
    int status = self->algorithm->finish(&state, digest, self->digest_size);
    OPENSSL_cleanse(&state, sizeof state);
    if (status < 0) {
        BtErr_Format(BtExc_RuntimeError, "%s: finish failed", self->algorithm->name);
    }
    return status;
}

BtDoc_STRVAR(digest_doc,
"digest($self, /)\n"
"--\n\n"
"Return the digest as a bytes object.");

static BtObject *blake2_digest(BtObject *object, BtObject *ignored) BT_ATTACHED
{
    (void)ignored;
    Blake2Object *self = (Blake2Object *)object;
    uint8_t digest[longest_digest];
    if (finish(self, digest) < 0) {
        return NULL;
    }
    return BtBytes_FromStringAndSize((const char *)digest, (Bt_ssize_t)self->digest_size);
}

BtDoc_STRVAR(hexdigest_doc,
"hexdigest($self, /)\n"
"--\n\n"
"Return the digest as a string of hexadecimal digits.");

static BtObject *blake2_hexdigest(BtObject *object, BtObject *ignored) BT_ATTACHED
{
    (void)ignored;
    Blake2Object *self = (Blake2Object *)object;
    uint8_t digest[longest_digest];
    if (finish(self, digest) < 0) {
        return NULL;
    }
    return _Bt_strhex((const char *)digest, (Bt_ssize_t)self->digest_size);
}

static BtObject *blake2_digest_size(BtObject *object, void *closure) BT_ATTACHED
{
    (void)closure;
    return BtLong_FromSize_t(((Blake2Object *)object)->digest_size);
}

static BtObject *blake2_block_size(BtObject *object, void *closure) BT_ATTACHED
{
    (void)closure;
    return BtLong_FromLong(((Blake2Object *)object)->algorithm->block_size);
}

static BtObject *blake2_name(BtObject *object, void *closure) BT_ATTACHED
{
    (void)closure;
    return BtUnicode_FromString(((Blake2Object *)object)->algorithm->name);
}

static void blake2_dealloc(BtObject *object) BT_ATTACHED
{
    BtTypeObject *type = Bt_TYPE(object);
    Blake2Object *self = (Blake2Object *)object;
    OPENSSL_cleanse(&self->state, sizeof self->state);
    BtObject_Free(object);
    Bt_DECREF(type);
}

static BtMethodDef methods[] = {
    {"update", blake2_update, BT_METH_O, update_doc},
    {"copy", blake2_copy, BT_METH_NOARGS, copy_doc},
    {"digest", blake2_digest, BT_METH_NOARGS, digest_doc},
    {"hexdigest", blake2_hexdigest, BT_METH_NOARGS, hexdigest_doc},
    {NULL, NULL, 0, NULL},
};

static BtGetSetDef attributes[] = {
    {"name", blake2_name, NULL, BtDoc_STR("Name of the algorithm."), NULL},
    {"block_size", blake2_block_size, NULL, BtDoc_STR("Length of a block of the algorithm in bytes."), NULL},
    {"digest_size", blake2_digest_size, NULL, BtDoc_STR("Length of the digest in bytes."), NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

#define TYPE_DOC(name, size)                                                                      \
    #name "(data=b'', /, *, digest_size=" #size ", key=b'', salt=b'', person=b'',\n"              \
    "        fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0,\n"        \
    "        last_node=False, usedforsecurity=True)\n"                                            \
    "--\n\n"                                                                                      \
    "Return a " #name " hash object that has taken in data."

#define TYPE(algorithm_name, digest_size)                                              \
    static BtType_Slot algorithm_name##_slots[] = {                                    \
        {Bt_tp_new, (void *)algorithm_name##_new},                                     \
        {Bt_tp_dealloc, (void *)blake2_dealloc},                                       \
        {Bt_tp_doc, (void *)TYPE_DOC(algorithm_name, digest_size)},                    \
        {Bt_tp_methods, methods},                                                      \
        {Bt_tp_getset, attributes},                                                    \
        {0, NULL},                                                                     \
    };                                                                                 \
    static BtType_Spec algorithm_name##_spec = {                                       \
        .name = "_blake2." #algorithm_name,                                            \
        .basicsize = sizeof(Blake2Object),                                             \
        .flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_IMMUTABLETYPE,                        \
        .slots = algorithm_name##_slots,                                               \
    };

TYPE(blake2b, 64)
TYPE(blake2s, 32)

/// Set the algorithm's limits in the type's dictionary: attributes of an immutable type. -1 with an exception set.
static int add_limits(BtTypeObject *type, const Blake2 *algorithm) BT_ATTACHED
{
    const struct { const char *name; int value; } limits[] = {
        {"SALT_SIZE", algorithm->salt_size},
        {"PERSON_SIZE", algorithm->person_size},
        {"MAX_KEY_SIZE", algorithm->key_size},
        {"MAX_DIGEST_SIZE", algorithm->digest_size},
    };
    BtObject *dict = BtType_GetDict(type);
    int status = dict == NULL ? -1 : 0;
    for (size_t i = 0; status == 0 && i < sizeof limits / sizeof *limits; i++) {
        BtObject *value = BtLong_FromLong(limits[i].value);
        status = value == NULL ? -1 : BtDict_SetItemString(dict, limits[i].name, value);
        Bt_XDECREF(value);
    }
    Bt_XDECREF(dict);
    BtType_Modified(type);
    return status;
}

static int add_type(BtObject *module, BtType_Spec *spec, const Blake2 *algorithm, BtTypeObject **type) BT_ATTACHED
{
    *type = (BtTypeObject *)BtType_FromModuleAndSpec(module, spec, NULL);
    return *type == NULL || add_limits(*type, algorithm) < 0 ? -1 : BtModule_AddType(module, *type);
}

int blake2_add_types(BtObject *module, ModuleState *state) BT_ATTACHED
{
    if (add_type(module, &blake2b_spec, &blake2b_algorithm, &state->blake2b_type) < 0) {
        return -1;
    }
    return add_type(module, &blake2s_spec, &blake2s_algorithm, &state->blake2s_type);
}
