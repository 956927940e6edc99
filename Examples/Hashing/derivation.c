// pbkdf2_hmac and scrypt. Both are slow on purpose: they always put the lock down, whatever the size of their input (R7).
#include "hashing.h"

#include <limits.h>
#include <string.h>

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
        return raise_openssl_error(BtExc_ValueError, error, NO_REASON);
    }
    return key;
}

/// A converter of O&: the name of an algorithm as a C string that lives as long as `object`.
static int convert_hash_name(BtObject *object, void *result) BT_ATTACHED
{
    if (!BtUnicode_Check(object)) {
        BtErr_Format(BtExc_TypeError, "pbkdf2_hmac() argument 'hash_name' must be str, not %.50s",
                     object == Bt_None ? "None" : Bt_TYPE(object)->tp_name);
        return 0;
    }
    Bt_ssize_t length;
    const char *name = BtUnicode_AsUTF8AndSize(object, &length);
    if (name == NULL) {
        return 0;
    }
    if (strlen(name) != (size_t)length) {
        BtErr_SetString(BtExc_ValueError, "embedded null character");
        return 0;
    }
    *(const char **)result = name;
    return 1;
}

BtObject *hashlib_pbkdf2_hmac(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"hash_name", "password", "salt", "iterations", "dklen", NULL};
    const char *name;
    Bt_buffer password = {0};
    Bt_buffer salt = {0};
    long iterations;
    BtObject *dklen = Bt_None;
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "O&y*y*l|O:pbkdf2_hmac", names, convert_hash_name, &name,
                                     &password, &salt, &iterations, &dklen)) {
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

/// One of scrypt's numbers.
typedef struct {
    const char *name;
    BtObject *object;  // borrowed, NULL: not given
    unsigned long value;
} ScryptNumber;

/// A converter of O&: an int of any size.
static int convert_number(BtObject *object, void *result) BT_ATTACHED
{
    ScryptNumber *number = (ScryptNumber *)result;
    if (!BtLong_Check(object)) {
        BtErr_Format(BtExc_TypeError, "scrypt() argument '%s' must be int, not %.50s", number->name,
                     object == Bt_None ? "None" : Bt_TYPE(object)->tp_name);
        return 0;
    }
    number->object = object;
    return 1;
}

/// Take the value of a number; -1 with an exception set.
static int read_number(ScryptNumber *number) BT_ATTACHED
{
    number->value = number->object == NULL ? 0 : BtLong_AsUnsignedLong(number->object);
    if (number->object != NULL && !(number->value == (unsigned long)-1 && BtErr_Occurred())) {
        return 0;
    }
    BtErr_Format(BtExc_TypeError, "%s is required and must be an unsigned int", number->name);
    return -1;
}

typedef struct {
    Bt_buffer password;
    Bt_buffer salt;
    ScryptNumber n;
    ScryptNumber r;
    ScryptNumber p;
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
    if (!EVP_PBE_scrypt(NULL, 0, NULL, 0, a->n.value, a->r.value, a->p.value, (uint64_t)a->maxmem, NULL, 0)) {
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
                        (size_t)a->salt.len, a->n.value, a->r.value, a->p.value, (uint64_t)a->maxmem, target, (size_t)a->dklen);
    if (!ok) {
        error = take_openssl_error();
    }
    Bt_END_ALLOW_THREADS
    if (!ok) {
        Bt_DECREF(key);
        return raise_openssl_error(BtExc_ValueError, error, NO_REASON);
    }
    return key;
}

static BtObject *scrypt_checked(ScryptArguments *a) BT_ATTACHED
{
    if (check_int(a->password.len, "password is too long.") < 0) {
        return NULL;
    }
    if (a->salt.obj == NULL) {
        BtErr_SetString(BtExc_TypeError, "salt is required");
        return NULL;
    }
    if (check_int(a->salt.len, "salt is too long.") < 0 || read_number(&a->n) < 0) {
        return NULL;
    }
    if (a->n.value < 2 || (a->n.value & (a->n.value - 1)) != 0) {
        BtErr_SetString(BtExc_ValueError, "n must be a power of 2.");
        return NULL;
    }
    if (read_number(&a->r) < 0 || read_number(&a->p) < 0 || check_scrypt(a) < 0) {
        return NULL;
    }
    return derive_scrypt(a);
}

BtObject *hashlib_scrypt(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    (void)module;
    static char *names[] = {"password", "salt", "n", "r", "p", "maxmem", "dklen", NULL};
    if (BtTuple_GET_SIZE(args) > 1) {
        BtErr_Format(BtExc_TypeError, "scrypt() takes exactly 1 positional argument (%zd given)", BtTuple_GET_SIZE(args));
        return NULL;
    }
    ScryptArguments a = {.n = {.name = "n"}, .r = {.name = "r"}, .p = {.name = "p"}, .dklen = 64};
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "y*|$y*O&O&O&ll:scrypt", names, &a.password, &a.salt,
                                     convert_number, &a.n, convert_number, &a.r, convert_number, &a.p, &a.maxmem,
                                     &a.dklen)) {
        return NULL;
    }
    BtObject *key = scrypt_checked(&a);
    BtBuffer_Release(&a.password);
    BtBuffer_Release(&a.salt);
    return key;
}
