// One function an algorithm of OpenSSL's: sha256(data), … (blake2b and blake2s are types: blake2_hash.c).
#include "hashing.h"

#include <string.h>

BtObject *make_hash(BtObject *module, const char *name, BtObject *data, bool used_for_security) BT_ATTACHED
{
    Bt_buffer view = {0};
    if (data != NULL && export_bytes(data, &view) < 0) {
        return NULL;
    }
    ModuleState *state = module_state(module);
    BtObject *hash = NULL;
    EVP_MD *md = fetch_digest(state, name, used_for_security);
    if (md == NULL) {
        (void)take_openssl_error();  // it tells no more
        BtErr_Format(BtExc_ValueError, "unsupported hash type %s", name);
    } else {
        hash = hash_new(state, md, &view);
        EVP_MD_free(md);
    }
    BtBuffer_Release(&view);
    return hash;
}

/// Read `data`, whose name in Python 3.13.0 is `string`, and `usedforsecurity`. -1 with an exception set.
static int parse_arguments(const char *name, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames,
                           BtObject **data, int *used_for_security) BT_ATTACHED
{
    Bt_ssize_t keywords = kwnames == NULL ? 0 : BtTuple_GET_SIZE(kwnames);
    *data = nargs > 0 ? args[0] : NULL;
    *used_for_security = 1;
    if (nargs + keywords > 2) {
        BtErr_Format(BtExc_TypeError, CONSTRUCTOR_PREFIX "%s() takes at most 2 arguments (%zd given)", name,
                     nargs + keywords);
        return -1;
    }
    if (nargs > 1) {
        BtErr_Format(BtExc_TypeError, CONSTRUCTOR_PREFIX "%s() takes at most 1 positional argument (%zd given)", name,
                     nargs);
        return -1;
    }
    for (Bt_ssize_t i = 0; i < keywords; i++) {
        BtObject *keyword = BtTuple_GET_ITEM(kwnames, i);
        BtObject *value = args[nargs + i];
        if (BtUnicode_EqualToUTF8(keyword, "usedforsecurity")) {
            *used_for_security = BtObject_IsTrue(value);
            if (*used_for_security < 0) {
                return -1;
            }
        } else if (!BtUnicode_EqualToUTF8(keyword, "string") && !BtUnicode_EqualToUTF8(keyword, "data")) {
            BtErr_Format(BtExc_TypeError, CONSTRUCTOR_PREFIX "%s() got an unexpected keyword argument '%U'", name,
                         keyword);
            return -1;
        } else if (*data != NULL) {
            BtErr_Format(BtExc_TypeError, "argument for " CONSTRUCTOR_PREFIX "%s() given by name ('%U') and position (1)",
                         name, keyword);
            return -1;
        } else {
            *data = value;
        }
    }
    return 0;
}

#define CONSTRUCTOR_DOC(name) \
    CONSTRUCTOR_PREFIX #name "($module, /, string=b'', *, usedforsecurity=True)\n--\n\nReturn a " #name " HASH object."

#define CONSTRUCTOR(name)                                                                                          \
    static BtObject *hashlib_##name(BtObject *module, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames)  \
        BT_ATTACHED                                                                                                \
    {                                                                                                              \
        BtObject *data;                                                                                            \
        int used_for_security;                                                                                     \
        if (parse_arguments(#name, args, nargs, kwnames, &data, &used_for_security) < 0) {                         \
            return NULL;                                                                                           \
        }                                                                                                          \
        return make_hash(module, #name, data, used_for_security);                                                  \
    }

#define METHOD(name)                                                                                    \
    {CONSTRUCTOR_PREFIX #name, _BtCFunction_CAST(hashlib_##name), BT_METH_FASTCALL | BT_METH_KEYWORDS,  \
     CONSTRUCTOR_DOC(name)},

#define EACH_CONSTRUCTOR(do_)                                                                      \
    do_(md5) do_(sha1) do_(sha224) do_(sha256) do_(sha384) do_(sha512)                             \
    do_(sha3_224) do_(sha3_256) do_(sha3_384) do_(sha3_512) do_(shake_128) do_(shake_256)

EACH_CONSTRUCTOR(CONSTRUCTOR)

static BtMethodDef methods[] = {
    EACH_CONSTRUCTOR(METHOD)
    {NULL, NULL, 0, NULL},
};

int add_constructors(BtObject *module) BT_ATTACHED
{
    BtObject *home = BtUnicode_FromString("_hashlib");
    int status = home == NULL ? -1 : 0;
    for (BtMethodDef *method = methods; status == 0 && method->ml_name != NULL; method++) {
        BtObject *function = BtCFunction_NewEx(method, module, home);
        status = BtModule_Add(module, method->ml_name + strlen(CONSTRUCTOR_PREFIX), function);
    }
    Bt_XDECREF(home);
    return status;
}
