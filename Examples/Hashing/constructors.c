// new(name, data) and one function an algorithm: sha256(data), …
#include "hashing.h"

#include <string.h>

/// Read `data` (an older name is `string`) and `usedforsecurity`. -1 with an exception set.
static int parse_arguments(const char *function, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames,
                           BtObject **data, int *used_for_security) BT_ATTACHED
{
    *data = nargs > 0 ? args[0] : NULL;
    *used_for_security = 1;
    if (nargs > 1) {
        BtErr_Format(BtExc_TypeError, "%s() takes at most 1 positional argument (%zd given)", function, nargs);
        return -1;
    }
    Bt_ssize_t keywords = kwnames == NULL ? 0 : BtTuple_GET_SIZE(kwnames);
    for (Bt_ssize_t i = 0; i < keywords; i++) {
        BtObject *keyword = BtTuple_GET_ITEM(kwnames, i);
        BtObject *value = args[nargs + i];
        if (BtUnicode_CompareWithASCIIString(keyword, "usedforsecurity") == 0) {
            *used_for_security = BtObject_IsTrue(value);
            if (*used_for_security < 0) {
                return -1;
            }
        } else if (BtUnicode_CompareWithASCIIString(keyword, "data") == 0
                   || BtUnicode_CompareWithASCIIString(keyword, "string") == 0) {
            if (*data != NULL) {
                BtErr_Format(BtExc_TypeError, "%s() got multiple values for argument 'data'", function);
                return -1;
            }
            *data = value;
        } else {
            BtErr_Format(BtExc_TypeError, "%s() got an unexpected keyword argument '%U'", function, keyword);
            return -1;
        }
    }
    return 0;
}

/// Make a HASH object of the algorithm `name`.
static BtObject *construct(BtObject *module, const char *name, BtObject *data, int used_for_security) BT_ATTACHED
{
    ModuleState *state = module_state(module);
    EVP_MD *md = fetch_digest(state, name, used_for_security);
    if (md == NULL) {
        return BtErr_Format(BtExc_ValueError, "unsupported hash type %s", name);
    }
    BtObject *hash = hash_new(state, md, data);
    EVP_MD_free(md);
    return hash;
}

BtDoc_STRVAR(new_doc,
"new($module, name, data=b'', *, usedforsecurity=True)\n"
"--\n\n"
"Return a new HASH object of the algorithm that is named, any of OpenSSL's, having taken in data.");

BtObject *hash_by_name(BtObject *module, BtObject *name, BtObject *data, bool used_for_security) BT_ATTACHED
{
    if (!BtUnicode_Check(name)) {
        BtErr_SetString(BtExc_TypeError, "name must be a string");
        return NULL;
    }
    Bt_ssize_t length;
    const char *text = BtUnicode_AsUTF8AndSize(name, &length);
    if (text == NULL) {
        return NULL;
    }
    if (strlen(text) != (size_t)length) {
        BtErr_SetString(BtExc_ValueError, "embedded null character");
        return NULL;
    }
    return construct(module, text, data, used_for_security);
}

static BtObject *hashlib_new(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"name", "data", "usedforsecurity", NULL};
    BtObject *name;
    BtObject *data = NULL;
    int used_for_security = 1;
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "O|O$p:new", names, &name, &data, &used_for_security)) {
        return NULL;
    }
    return hash_by_name(module, name, data, used_for_security);
}

#define CONSTRUCTOR_DOC(name) #name "($module, data=b'', *, usedforsecurity=True)\n--\n\nReturn a " #name " HASH object."

#define CONSTRUCTOR(name)                                                                                          \
    static BtObject *hashlib_##name(BtObject *module, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames)  \
        BT_ATTACHED                                                                                                \
    {                                                                                                              \
        BtObject *data;                                                                                            \
        int used_for_security;                                                                                     \
        if (parse_arguments(#name, args, nargs, kwnames, &data, &used_for_security) < 0) {                         \
            return NULL;                                                                                           \
        }                                                                                                          \
        return construct(module, #name, data, used_for_security);                                                  \
    }

#define METHOD(name) \
    {#name, _BtCFunction_CAST(hashlib_##name), BT_METH_FASTCALL | BT_METH_KEYWORDS, CONSTRUCTOR_DOC(name)},

#define EACH_CONSTRUCTOR(do_)                                                                      \
    do_(md5) do_(sha1) do_(sha224) do_(sha256) do_(sha384) do_(sha512)                             \
    do_(sha3_224) do_(sha3_256) do_(sha3_384) do_(sha3_512) do_(shake_128) do_(shake_256)          \
    do_(blake2b) do_(blake2s)

EACH_CONSTRUCTOR(CONSTRUCTOR)

BtMethodDef constructor_methods[] = {
    {"new", _BtCFunction_CAST(hashlib_new), BT_METH_VARARGS | BT_METH_KEYWORDS, new_doc},
    EACH_CONSTRUCTOR(METHOD)
    {NULL, NULL, 0, NULL},
};
