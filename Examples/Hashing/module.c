// The module `hashlib`: algorithms, types and functions put together. State is in the module, none in C globals.
#include "hashing.h"

#include <openssl/err.h>

EVP_MD *fetch_digest(ModuleState *state, const char *name, bool used_for_security) BT_ATTACHED
{
    int index = digest_index(name);
    if (index >= 0 && state->fetched[index] != NULL) {
        EVP_MD *md = state->fetched[index];
        return EVP_MD_up_ref(md) ? md : NULL;
    }
    ERR_clear_error();
    // A name that OpenSSL knows and Python does not, or an algorithm that is barred from use for security.
    return EVP_MD_fetch(NULL, index >= 0 ? digests[index].openssl : name, used_for_security ? NULL : "-fips");
}

OpenSSLError take_openssl_error(void) BT_ANY_STATE
{
    OpenSSLError error = ERR_peek_last_error();
    ERR_clear_error();
    return error;
}

BtObject *raise_openssl_error(BtObject *type, OpenSSLError error, const char *fallback) BT_ATTACHED
{
    if (error == 0) {
        BtErr_SetString(type, fallback);
        return NULL;
    }
    const char *library = ERR_lib_error_string(error);
    const char *reason = ERR_reason_error_string(error);
    if (reason == NULL) {
        reason = fallback;
    }
    if (library == NULL) {
        BtErr_SetString(type, reason);
        return NULL;
    }
    return BtErr_Format(type, "[%s] %s", library, reason);
}

BtDoc_STRVAR(new_doc,
"new($module, name, data=b'', **kwargs)\n"
"--\n\n"
"Return a hash object of the algorithm that is named, any of OpenSSL's or BLAKE2, that has taken in data.\n"
"kwargs are the algorithm's own keyword arguments.");

BtDoc_STRVAR(file_digest_doc,
"file_digest($module, fileobj, digest, /, *, _bufsize=262144)\n"
"--\n\n"
"Return a hash object that has taken in a binary file. digest names the algorithm, or makes the hash object.");

BtDoc_STRVAR(pbkdf2_hmac_doc,
"pbkdf2_hmac($module, /, hash_name, password, salt, iterations,\n"
"            dklen=None)\n"
"--\n\n"
"Derive a key from a password with PKCS #5's PBKDF2 and HMAC.");

BtDoc_STRVAR(scrypt_doc,
"scrypt($module, /, password, *, salt=None, n=None, r=None, p=None,\n"
"       maxmem=0, dklen=64)\n"
"--\n\n"
"Derive a key from a password with scrypt. n, r and p are its cost, block size and parallelism.");

static BtMethodDef methods[] = {
    {"new", _BtCFunction_CAST(hashlib_new), BT_METH_FASTCALL | BT_METH_KEYWORDS, new_doc},
    {"file_digest", _BtCFunction_CAST(hashlib_file_digest), BT_METH_FASTCALL | BT_METH_KEYWORDS, file_digest_doc},
    {"pbkdf2_hmac", _BtCFunction_CAST(hashlib_pbkdf2_hmac), BT_METH_VARARGS | BT_METH_KEYWORDS, pbkdf2_hmac_doc},
    {"scrypt", _BtCFunction_CAST(hashlib_scrypt), BT_METH_VARARGS | BT_METH_KEYWORDS, scrypt_doc},
    {NULL, NULL, 0, NULL},
};

/// Add a set of the names of algorithms: of the guaranteed ones, or of those that OpenSSL offers.
static int add_names(BtObject *module, ModuleState *state, const char *attribute, bool guaranteed) BT_ATTACHED
{
    BtObject *names = BtSet_New(NULL);
    if (names == NULL) {
        return -1;
    }
    for (int i = 0; i < digest_count; i++) {
        if (guaranteed ? i >= guaranteed_count : i >= guaranteed_count && state->fetched[i] == NULL) {
            continue;
        }
        BtObject *name = BtUnicode_FromString(digests[i].name);
        int status = name == NULL ? -1 : BtSet_Add(names, name);
        Bt_XDECREF(name);
        if (status < 0) {
            Bt_DECREF(names);
            return -1;
        }
    }
    return BtModule_Add(module, attribute, names);
}

/// Add __all__: the guaranteed algorithms and the functions beside them, as Python's hashlib has it.
static int add_all(BtObject *module) BT_ATTACHED
{
    static const char *const others[] = {"new", "algorithms_guaranteed", "algorithms_available", "file_digest",
                                         "pbkdf2_hmac"};
    enum { other_count = sizeof others / sizeof *others };
    BtObject *names = BtTuple_New(guaranteed_count + other_count);
    for (int i = 0; names != NULL && i < guaranteed_count + other_count; i++) {
        BtObject *name = BtUnicode_FromString(i < guaranteed_count ? digests[i].name : others[i - guaranteed_count]);
        if (name == NULL) {
            Bt_CLEAR(names);
        } else {
            BtTuple_SET_ITEM(names, i, name);
        }
    }
    return BtModule_Add(module, "__all__", names);
}

/// Make what is not in the module's dictionary: Python has these in modules that hashlib stands on.
static int make_types(BtObject *module, ModuleState *state) BT_ATTACHED
{
    state->hash_type = (BtTypeObject *)BtType_FromModuleAndSpec(module, &hash_spec, NULL);
    if (state->hash_type == NULL) {
        return -1;
    }
    state->xof_type = (BtTypeObject *)BtType_FromModuleAndSpec(module, &xof_spec, (BtObject *)state->hash_type);
    if (state->xof_type == NULL) {
        return -1;
    }
    state->unsupported_error = BtErr_NewException("_hashlib.UnsupportedDigestmodError", BtExc_ValueError, NULL);
    return state->unsupported_error == NULL ? -1 : 0;
}

static int module_exec(BtObject *module) BT_ATTACHED
{
    ModuleState *state = module_state(module);
    ERR_clear_error();
    for (int i = 0; i < digest_count; i++) {
        state->fetched[i] = EVP_MD_fetch(NULL, digests[i].openssl, NULL);
    }
    ERR_clear_error();
    if (make_types(module, state) < 0 || add_constructors(module) < 0 || blake2_add_types(module, state) < 0
        || add_all(module) < 0 || add_names(module, state, "algorithms_guaranteed", true) < 0) {
        return -1;
    }
    return add_names(module, state, "algorithms_available", false);
}

static int module_traverse(BtObject *module, visitproc visit, void *arg) BT_ATTACHED
{
    ModuleState *state = module_state(module);
    Bt_VISIT(state->hash_type);
    Bt_VISIT(state->xof_type);
    Bt_VISIT(state->blake2b_type);
    Bt_VISIT(state->blake2s_type);
    Bt_VISIT(state->unsupported_error);
    return 0;
}

static int module_clear(BtObject *module) BT_ATTACHED
{
    ModuleState *state = module_state(module);
    Bt_CLEAR(state->hash_type);
    Bt_CLEAR(state->xof_type);
    Bt_CLEAR(state->blake2b_type);
    Bt_CLEAR(state->blake2s_type);
    Bt_CLEAR(state->unsupported_error);
    for (int i = 0; i < digest_count; i++) {
        EVP_MD_free(state->fetched[i]);
        state->fetched[i] = NULL;
    }
    return 0;
}

static void module_free(void *module) BT_ATTACHED
{
    (void)module_clear((BtObject *)module);
}

static BtModuleDef_Slot slots[] = {
    {Bt_mod_exec, (void *)module_exec},
    {Bt_mod_multiple_interpreters, Bt_MOD_PER_INTERPRETER_GIL_SUPPORTED},
    {Bt_mod_gil, Bt_MOD_GIL_NOT_USED},
    {0, NULL},
};

static BtModuleDef definition = {
    BtModuleDef_HEAD_INIT,
    .m_name = "hashlib",
    .m_doc = BtDoc_STR("Message digests by OpenSSL, as Python's hashlib module."),
    .m_size = sizeof(ModuleState),
    .m_methods = methods,
    .m_slots = slots,
    .m_traverse = module_traverse,
    .m_clear = module_clear,
    .m_free = module_free,
};

BtMODINIT_FUNC BtInit_hashlib(void)
{
    return BtModuleDef_Init(&definition);
}
