// pbkdf2_hmac and scrypt. Both are slow on purpose: they always put the lock down, whatever the size of their input (R7).
#include "hashing.h"

#include <limits.h>

/// Check a length against the int that OpenSSL takes. -1 with OverflowError set.
static int check_int(Bt_ssize_t length, const char *message) BT_ATTACHED
{
    if (length > INT_MAX) {
        BtErr_SetString(BtExc_OverflowError, message);
        return -1;
    }
    return 0;
}

/// Read the length of the key; None is `fallback`. -1 with an exception set.
static long key_length(BtObject *dklen, int fallback) BT_ATTACHED
{
    if (dklen == Bt_None) {
        return fallback;
    }
    long length = BtLong_AsLong(dklen);
    if (length == -1 && BtErr_Occurred()) {
        return -1;
    }
    if (length < 1) {
        BtErr_SetString(BtExc_ValueError, "key length must be greater than 0.");
        return -1;
    }
    return check_int(length, "key length is too great.") < 0 ? -1 : length;
}

static BtObject *derive_pbkdf2(const EVP_MD *md, const Bt_buffer *password, const Bt_buffer *salt, long iterations,
                               BtObject *dklen) BT_ATTACHED
{
    if (check_int(password->len, "password is too long.") < 0 || check_int(salt->len, "salt is too long.") < 0) {
        return NULL;
    }
    if (iterations < 1) {
        BtErr_SetString(BtExc_ValueError, "iteration value must be greater than 0.");
        return NULL;
    }
    if (check_int(iterations, "iteration value is too great.") < 0) {
        return NULL;
    }
    long length = key_length(dklen, EVP_MD_get_size(md));
    if (length < 0) {
        return NULL;
    }
    BtObject *key = BtBytes_FromStringAndSize(NULL, length);
    if (key == NULL) {
        return NULL;
    }
    // This reference pins the key, which nobody else has yet (R2).
    unsigned char *target = (unsigned char *)BtBytes_AS_STRING(key);
    OpenSSLError error = 0;
    int ok;
    Bt_BEGIN_ALLOW_THREADS
    ok = PKCS5_PBKDF2_HMAC((const char *)password->buf, (int)password->len, (const unsigned char *)salt->buf,
                           (int)salt->len, (int)iterations, md, (int)length, target);
    if (!ok) {
        error = take_openssl_error();
    }
    Bt_END_ALLOW_THREADS
    if (!ok) {
        Bt_DECREF(key);
        return raise_openssl_error(BtExc_ValueError, error, "PKCS5_PBKDF2_HMAC failed");
    }
    return key;
}

BtObject *hashlib_pbkdf2_hmac(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"hash_name", "password", "salt", "iterations", "dklen", NULL};
    const char *name;
    Bt_buffer password = {0};
    Bt_buffer salt = {0};
    long iterations;
    BtObject *dklen = Bt_None;
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "sy*y*l|O:pbkdf2_hmac", names, &name, &password, &salt, &iterations,
                                     &dklen)) {
        return NULL;
    }
    ModuleState *state = module_state(module);
    BtObject *key = NULL;
    EVP_MD *md = fetch_digest(state, name, true);
    if (md == NULL) {
        raise_openssl_error(state->unsupported_error, take_openssl_error(), "unsupported hash type");
    } else {
        key = derive_pbkdf2(md, &password, &salt, iterations, dklen);
        EVP_MD_free(md);
    }
    BtBuffer_Release(&password);
    BtBuffer_Release(&salt);
    return key;
}

/// Read one of scrypt's numbers. -1 with an exception set.
static int parse_unsigned(BtObject *object, const char *name, unsigned long *value) BT_ATTACHED
{
    if (object != NULL && object != Bt_None && !BtLong_Check(object)) {
        BtErr_Format(BtExc_TypeError, "scrypt() argument '%s' must be int, not %.50s", name, Bt_TYPE(object)->tp_name);
        return -1;
    }
    *value = 0;
    if (object != NULL && object != Bt_None) {
        *value = BtLong_AsUnsignedLong(object);
        if (*value == (unsigned long)-1 && BtErr_Occurred()) {
            BtErr_Clear();
            object = NULL;
        }
    }
    if (object == NULL || object == Bt_None) {
        BtErr_Format(BtExc_TypeError, "%s is required and must be an unsigned int", name);
        return -1;
    }
    return 0;
}

typedef struct {
    Bt_buffer password;
    Bt_buffer salt;
    unsigned long n;
    unsigned long r;
    unsigned long p;
    long maxmem;
    long dklen;
} ScryptArguments;

static int check_scrypt(const ScryptArguments *a) BT_ATTACHED
{
    if (a->maxmem < 0 || a->maxmem > INT_MAX) {
        BtErr_Format(BtExc_ValueError, "maxmem must be positive and smaller than %d", INT_MAX);
        return -1;
    }
    if (a->dklen < 1 || a->dklen > INT_MAX) {
        BtErr_Format(BtExc_ValueError, "dklen must be greater than 0 and smaller than %d", INT_MAX);
        return -1;
    }
    // Without a key OpenSSL only checks the parameters.
    if (!EVP_PBE_scrypt(NULL, 0, NULL, 0, a->n, a->r, a->p, (uint64_t)a->maxmem, NULL, 0)) {
        raise_openssl_error(BtExc_ValueError, take_openssl_error(),
                            "Invalid parameter combination for n, r, p, maxmem.");
        return -1;
    }
    return 0;
}

static BtObject *derive_scrypt(const ScryptArguments *a) BT_ATTACHED
{
    BtObject *key = BtBytes_FromStringAndSize(NULL, a->dklen);
    if (key == NULL) {
        return NULL;
    }
    unsigned char *target = (unsigned char *)BtBytes_AS_STRING(key);
    OpenSSLError error = 0;
    int ok;
    Bt_BEGIN_ALLOW_THREADS
    ok = EVP_PBE_scrypt((const char *)a->password.buf, (size_t)a->password.len, (const unsigned char *)a->salt.buf,
                        (size_t)a->salt.len, a->n, a->r, a->p, (uint64_t)a->maxmem, target, (size_t)a->dklen);
    if (!ok) {
        error = take_openssl_error();
    }
    Bt_END_ALLOW_THREADS
    if (!ok) {
        Bt_DECREF(key);
        return raise_openssl_error(BtExc_ValueError, error, "EVP_PBE_scrypt failed");
    }
    return key;
}

static BtObject *scrypt_checked(ScryptArguments *a, BtObject *n, BtObject *r, BtObject *p) BT_ATTACHED
{
    if (check_int(a->password.len, "password is too long.") < 0) {
        return NULL;
    }
    if (a->salt.obj == NULL) {
        BtErr_SetString(BtExc_TypeError, "salt is required");
        return NULL;
    }
    if (check_int(a->salt.len, "salt is too long.") < 0 || parse_unsigned(n, "n", &a->n) < 0) {
        return NULL;
    }
    if (a->n < 2 || (a->n & (a->n - 1)) != 0) {
        BtErr_SetString(BtExc_ValueError, "n must be a power of 2.");
        return NULL;
    }
    if (parse_unsigned(r, "r", &a->r) < 0 || parse_unsigned(p, "p", &a->p) < 0 || check_scrypt(a) < 0) {
        return NULL;
    }
    return derive_scrypt(a);
}

BtObject *hashlib_scrypt(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    (void)module;
    static char *names[] = {"password", "salt", "n", "r", "p", "maxmem", "dklen", NULL};
    ScryptArguments a = {.dklen = 64};
    BtObject *n = NULL;
    BtObject *r = NULL;
    BtObject *p = NULL;
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "y*|$y*OOOll:scrypt", names, &a.password, &a.salt, &n, &r, &p,
                                     &a.maxmem, &a.dklen)) {
        return NULL;
    }
    BtObject *key = scrypt_checked(&a, n, r, p);
    BtBuffer_Release(&a.password);
    BtBuffer_Release(&a.salt);
    return key;
}
