// HASHXOF objects: digests of any length (shake_128, shake_256). A subtype of HASH.
#include "hashing.h"

/// Return `length` bytes of an extendable digest.
static BtObject *xof_bytes(BtObject *object, BtObject *args, BtObject *kwargs, const char *format) BT_ATTACHED
{
    static char *names[] = {"length", NULL};
    Bt_ssize_t length;
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, format, names, &length)) {
        return NULL;
    }
    if (length < 0) {
        BtErr_SetString(BtExc_ValueError, "length must be non-negative");
        return NULL;
    }
    BtObject *digest = BtBytes_FromStringAndSize(NULL, length);
    // OpenSSL takes no length of zero.
    if (digest != NULL && length != 0
        && hash_finish((HashObject *)object, (unsigned char *)BtBytes_AS_STRING(digest), (size_t)length, true) < 0) {
        Bt_CLEAR(digest);
    }
    return digest;
}

BtDoc_STRVAR(xof_digest_doc,
"digest($self, /, length)\n"
"--\n\n"
"Return length bytes of the digest as a bytes object.");

static BtObject *xof_digest(BtObject *object, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    return xof_bytes(object, args, kwargs, "n:digest");
}

BtDoc_STRVAR(xof_hexdigest_doc,
"hexdigest($self, /, length)\n"
"--\n\n"
"Return length bytes of the digest as a string of hexadecimal digits.");

static BtObject *xof_hexdigest(BtObject *object, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    BtObject *digest = xof_bytes(object, args, kwargs, "n:hexdigest");
    if (digest == NULL) {
        return NULL;
    }
    BtObject *text = _Bt_strhex(BtBytes_AS_STRING(digest), BtBytes_GET_SIZE(digest));
    Bt_DECREF(digest);
    return text;
}

static BtObject *xof_digest_size(BtObject *object, void *closure) BT_ATTACHED
{
    (void)object;
    (void)closure;
    return BtLong_FromLong(0);
}

static BtMethodDef methods[] = {
    {"digest", _BtCFunction_CAST(xof_digest), BT_METH_VARARGS | BT_METH_KEYWORDS, xof_digest_doc},
    {"hexdigest", _BtCFunction_CAST(xof_hexdigest), BT_METH_VARARGS | BT_METH_KEYWORDS, xof_hexdigest_doc},
    {NULL, NULL, 0, NULL},
};

static BtGetSetDef attributes[] = {
    {"digest_size", xof_digest_size, NULL, BtDoc_STR("0: the caller chooses the length."), NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

BtDoc_STRVAR(type_doc,
"HASH objects whose digest has the length that the caller asks for.");

static BtType_Slot slots[] = {
    {Bt_tp_doc, (void *)type_doc},
    {Bt_tp_methods, methods},
    {Bt_tp_getset, attributes},
    {0, NULL},
};

BtType_Spec xof_spec = {
    .name = "_hashlib.HASHXOF",
    .basicsize = sizeof(HashObject),
    .flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_DISALLOW_INSTANTIATION | BT_TPFLAGS_IMMUTABLETYPE,
    .slots = slots,
};
