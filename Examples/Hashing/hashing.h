/// @file hashing.h
/// What the files of this extension share.
///
/// digests.c knows OpenSSL's algorithms by Python's names; hash.c and xof.c have the HASH objects, constructors.c, new.c and
/// file_digest.c the functions that make them, blake2_*.c the types of BLAKE2, derivation.c the functions that make keys;
/// module.c puts them together.
#ifndef HASHING_H
#define HASHING_H

#include <baton.h>
#include <openssl/evp.h>
#include <stdbool.h>

/// Below this many bytes hashing keeps the lock: to put it down, and perhaps to lose it, costs more than others would
/// gain (R7). The measurement is in the README.
#define HASH_RELEASE_MIN 4096

// --- digests.c: native, any state

enum {
    digest_count = 19,
    guaranteed_count = 14,  ///< the first ones: in algorithms_guaranteed
};

/// An algorithm with the name that Python has for it.
typedef struct {
    const char *name;         ///< Python's: "sha256"
    const char *openssl;      ///< OpenSSL's: "SHA2-256"
} Digest;

extern const Digest digests[digest_count];

/// Return the index in `digests` of Python's name for an algorithm, or -1.
int digest_index(const char *name) BT_ANY_STATE;
/// Return Python's name for what OpenSSL has given, good as long as `md`.
const char *digest_name(const EVP_MD *md) BT_ANY_STATE;

// --- module.c

typedef struct {
    EVP_MD *fetched[digest_count];  ///< NULL where OpenSSL does not offer one; written by exec alone
    BtTypeObject *hash_type;
    BtTypeObject *xof_type;         ///< of algorithms whose digest has any length
    BtTypeObject *blake2b_type;
    BtTypeObject *blake2s_type;
    BtObject *unsupported_error;    ///< UnsupportedDigestmodError
} ModuleState;

BT_INLINE ModuleState *module_state(BtObject *module) BT_ATTACHED
{
    return (ModuleState *)BtModule_GetState(module);
}

/// Return the algorithm `name`, a name of Python's or OpenSSL's; the caller calls EVP_MD_free. NULL with nothing set.
EVP_MD *fetch_digest(ModuleState *state, const char *name, bool used_for_security) BT_ATTACHED;

/// The newest error on OpenSSL's queue, which belongs to the thread: taken inside a block, raised after it.
typedef unsigned long OpenSSLError;
OpenSSLError take_openssl_error(void) BT_ANY_STATE;
/// Set an exception of `type` that tells of `error`, and return NULL. `fallback` is for an empty queue.
BtObject *raise_openssl_error(BtObject *type, OpenSSLError error, const char *fallback) BT_ATTACHED;
/// hashlib's words for an empty queue.
#define NO_REASON "no reason supplied"

// --- hash.c

typedef struct {
    BtObject_HEAD
    BtMutex mutex;        ///< guards `context` (R8): it is worked on while its thread is detached
    EVP_MD_CTX *context;
} HashObject;

extern BtType_Spec hash_spec;
extern BtType_Spec xof_spec;  // xof.c

/// Export the bytes of `data`, the argument of an update, for reading; -1 with an exception set.
int export_bytes(BtObject *data, Bt_buffer *view) BT_ATTACHED;

/// Make a HASH object of `md` that has taken in the bytes of a view that pins them; NULL with an exception set.
BtObject *hash_new(ModuleState *state, const EVP_MD *md, const Bt_buffer *view) BT_ATTACHED;

/// Finish a copy of the digest into `target`; -1 with an exception set. `length` is the digest's, or any for a HASHXOF.
int hash_finish(HashObject *self, unsigned char *target, size_t length, bool is_xof) BT_ATTACHED;

// --- constructors.c: one function an algorithm

/// What Python's functions have before the algorithm's name: hashlib.sha256 tells of itself as openssl_sha256.
#define CONSTRUCTOR_PREFIX "openssl_"

/// Add the functions to the module; -1 with an exception set.
int add_constructors(BtObject *module) BT_ATTACHED;

/// Make a HASH object of an algorithm of OpenSSL's; `data` may be NULL. NULL with an exception set.
BtObject *make_hash(BtObject *module, const char *name, BtObject *data, bool used_for_security) BT_ATTACHED;

// --- new.c

BtObject *hashlib_new(BtObject *module, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames) BT_ATTACHED;

/// Make a hash object of any algorithm; `data` and `rest`, a dict of the algorithm's keyword arguments, may be NULL. NULL
/// with an exception set.
BtObject *make_by_name(BtObject *module, BtObject *name, BtObject *data, BtObject *rest) BT_ATTACHED;

// --- blake2_hash.c

/// Make the types blake2b and blake2s and add them to the module; -1 with an exception set.
int blake2_add_types(BtObject *module, ModuleState *state) BT_ATTACHED;

// --- file_digest.c

BtObject *hashlib_file_digest(BtObject *module, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames) BT_ATTACHED;

// --- derivation.c

BtObject *hashlib_pbkdf2_hmac(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED;
BtObject *hashlib_scrypt(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED;

#endif
