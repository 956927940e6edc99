// HASH objects: a running digest that any thread may feed.
//
// The lock and the object's mutex nest one way only. The mutex is taken while attached (BtMutex_Lock detaches if it has to
// wait), and given up before the thread attaches again (R8).
#include "hashing.h"

int export_bytes(BtObject *data, Bt_buffer *view) BT_ATTACHED
{
    if (BtUnicode_Check(data)) {
        BtErr_SetString(BtExc_TypeError, "Strings must be encoded before hashing");
        return -1;
    }
    if (!BtObject_CheckBuffer(data)) {
        BtErr_SetString(BtExc_TypeError, "object supporting the buffer API required");
        return -1;
    }
    if (BtObject_GetBuffer(data, view, BtBUF_SIMPLE) < 0) {
        return -1;
    }
    if (view->ndim > 1) {
        BtErr_SetString(BtExc_BufferError, "Buffer must be single dimension");
        BtBuffer_Release(view);
        return -1;
    }
    return 0;
}

/// Take in the bytes of a view that pins them. The context is the caller's alone, or its mutex is held: then it is given
/// up here, after the work and before attaching. -1 with an exception set.
static int update(EVP_MD_CTX *context, const Bt_buffer *view, BtMutex *mutex) BT_ATTACHED
{
    OpenSSLError error = 0;
    int ok;
    if (view->len < HASH_RELEASE_MIN) {
        ok = EVP_DigestUpdate(context, view->buf, (size_t)view->len);
        if (mutex != NULL) {
            BtMutex_Unlock(mutex);
        }
    } else {
        const void *bytes = view->buf;
        size_t size = (size_t)view->len;
        Bt_BEGIN_ALLOW_THREADS
        ok = EVP_DigestUpdate(context, bytes, size);
        if (mutex != NULL) {
            BtMutex_Unlock(mutex);
        }
        Bt_END_ALLOW_THREADS
    }
    if (!ok) {
        error = take_openssl_error();
        raise_openssl_error(BtExc_ValueError, error, NO_REASON);
        return -1;
    }
    return 0;
}

static HashObject *hash_alloc(BtTypeObject *type) BT_ATTACHED
{
    HashObject *self = BtObject_New(HashObject, type);
    if (self == NULL) {
        return NULL;
    }
    self->mutex = (BtMutex){0};
    self->context = EVP_MD_CTX_new();
    if (self->context == NULL) {
        Bt_DECREF(self);
        BtErr_NoMemory();
        return NULL;
    }
    return self;
}

BtObject *hash_new(ModuleState *state, const EVP_MD *md, const Bt_buffer *view) BT_ATTACHED
{
    bool is_xof = (EVP_MD_get_flags(md) & EVP_MD_FLAG_XOF) != 0;
    HashObject *self = hash_alloc(is_xof ? state->xof_type : state->hash_type);
    if (self == NULL) {
        return NULL;
    }
    if (!EVP_DigestInit_ex(self->context, md, NULL)) {
        raise_openssl_error(BtExc_ValueError, take_openssl_error(), NO_REASON);
        Bt_DECREF(self);
        return NULL;
    }
    // Nobody else has the object yet: no mutex.
    if (view->len != 0 && update(self->context, view, NULL) < 0) {
        Bt_DECREF(self);
        return NULL;
    }
    return (BtObject *)self;
}

BtDoc_STRVAR(update_doc,
"update($self, obj, /)\n"
"--\n\n"
"Take in the bytes of obj.");

static BtObject *hash_update(BtObject *object, BtObject *data) BT_ATTACHED
{
    HashObject *self = (HashObject *)object;
    Bt_buffer view;
    if (export_bytes(data, &view) < 0) {
        return NULL;
    }
    BtMutex_Lock(&self->mutex);
    int status = update(self->context, &view, &self->mutex);
    BtBuffer_Release(&view);
    if (status < 0) {
        return NULL;
    }
    Bt_RETURN_NONE;
}

/// Copy the running digest into `copy`; -1 with an exception set.
static int copy_context(HashObject *self, EVP_MD_CTX *copy) BT_ATTACHED
{
    BtMutex_Lock(&self->mutex);
    int ok = EVP_MD_CTX_copy_ex(copy, self->context);
    BtMutex_Unlock(&self->mutex);
    if (!ok) {
        raise_openssl_error(BtExc_ValueError, take_openssl_error(), NO_REASON);
        return -1;
    }
    return 0;
}

BtDoc_STRVAR(copy_doc,
"copy($self, /)\n"
"--\n\n"
"Return a copy of the hash object.");

static BtObject *hash_copy(BtObject *object, BtObject *ignored) BT_ATTACHED
{
    (void)ignored;
    HashObject *copy = hash_alloc(Bt_TYPE(object));
    if (copy != NULL && copy_context((HashObject *)object, copy->context) < 0) {
        Bt_CLEAR(copy);
    }
    return (BtObject *)copy;
}

int hash_finish(HashObject *self, unsigned char *target, size_t length, bool is_xof) BT_ATTACHED
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (context == NULL) {
        BtErr_NoMemory();
        return -1;
    }
    if (copy_context(self, context) < 0) {
        EVP_MD_CTX_free(context);
        return -1;
    }
    int ok;
    if (!is_xof) {
        ok = EVP_DigestFinal_ex(context, target, NULL);
    } else if (length < HASH_RELEASE_MIN) {
        ok = EVP_DigestFinalXOF(context, target, length);
    } else {
        Bt_BEGIN_ALLOW_THREADS
        ok = EVP_DigestFinalXOF(context, target, length);
        Bt_END_ALLOW_THREADS
    }
    EVP_MD_CTX_free(context);
    if (!ok) {
        raise_openssl_error(BtExc_ValueError, take_openssl_error(), NO_REASON);
        return -1;
    }
    return 0;
}

BtDoc_STRVAR(digest_doc,
"digest($self, /)\n"
"--\n\n"
"Return the digest as a bytes object.");

static BtObject *hash_digest(BtObject *object, BtObject *ignored) BT_ATTACHED
{
    (void)ignored;
    unsigned char digest[EVP_MAX_MD_SIZE];
    size_t length = (size_t)EVP_MD_CTX_get_size(((HashObject *)object)->context);
    if (hash_finish((HashObject *)object, digest, length, false) < 0) {
        return NULL;
    }
    return BtBytes_FromStringAndSize((const char *)digest, (Bt_ssize_t)length);
}

BtDoc_STRVAR(hexdigest_doc,
"hexdigest($self, /)\n"
"--\n\n"
"Return the digest as a string of hexadecimal digits.");

static BtObject *hash_hexdigest(BtObject *object, BtObject *ignored) BT_ATTACHED
{
    (void)ignored;
    unsigned char digest[EVP_MAX_MD_SIZE];
    size_t length = (size_t)EVP_MD_CTX_get_size(((HashObject *)object)->context);
    if (hash_finish((HashObject *)object, digest, length, false) < 0) {
        return NULL;
    }
    return _Bt_strhex((const char *)digest, (Bt_ssize_t)length);
}

// The algorithm of a context never changes, so the following need no mutex.

static const EVP_MD *hash_algorithm(BtObject *object) BT_ATTACHED
{
    return EVP_MD_CTX_get0_md(((HashObject *)object)->context);
}

static BtObject *hash_digest_size(BtObject *object, void *closure) BT_ATTACHED
{
    (void)closure;
    return BtLong_FromLong(EVP_MD_get_size(hash_algorithm(object)));
}

static BtObject *hash_block_size(BtObject *object, void *closure) BT_ATTACHED
{
    (void)closure;
    return BtLong_FromLong(EVP_MD_get_block_size(hash_algorithm(object)));
}

static BtObject *hash_name(BtObject *object, void *closure) BT_ATTACHED
{
    (void)closure;
    return BtUnicode_FromString(digest_name(hash_algorithm(object)));
}

static BtObject *hash_repr(BtObject *object) BT_ATTACHED
{
    return BtUnicode_FromFormat("<%s %s object @ %p>", digest_name(hash_algorithm(object)),
                                Bt_TYPE(object)->tp_name, (void *)object);
}

static void hash_dealloc(BtObject *object) BT_ATTACHED
{
    BtTypeObject *type = Bt_TYPE(object);
    EVP_MD_CTX_free(((HashObject *)object)->context);
    BtObject_Free(object);
    Bt_DECREF(type);
}

static BtMethodDef methods[] = {
    {"update", hash_update, BT_METH_O, update_doc},
    {"copy", hash_copy, BT_METH_NOARGS, copy_doc},
    {"digest", hash_digest, BT_METH_NOARGS, digest_doc},
    {"hexdigest", hash_hexdigest, BT_METH_NOARGS, hexdigest_doc},
    {NULL, NULL, 0, NULL},
};

static BtGetSetDef attributes[] = {
    {"digest_size", hash_digest_size, NULL, BtDoc_STR("Length of the digest in bytes."), NULL},
    {"block_size", hash_block_size, NULL, BtDoc_STR("Length of a block of the algorithm in bytes."), NULL},
    {"name", hash_name, NULL, BtDoc_STR("Name of the algorithm."), NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

BtDoc_STRVAR(type_doc,
"HASH objects are made by hashlib's functions.\n\n"
"update() takes bytes in, digest() and hexdigest() give the digest of all so far, copy() copies.");

static BtType_Slot slots[] = {
    {Bt_tp_dealloc, (void *)hash_dealloc},
    {Bt_tp_repr, (void *)hash_repr},
    {Bt_tp_doc, (void *)type_doc},
    {Bt_tp_methods, methods},
    {Bt_tp_getset, attributes},
    {0, NULL},
};

BtType_Spec hash_spec = {
    .name = "_hashlib.HASH",
    .basicsize = sizeof(HashObject),
    .flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_DISALLOW_INSTANTIATION | BT_TPFLAGS_IMMUTABLETYPE,
    .slots = slots,
};
