// The algorithms, under Python's names and OpenSSL's.
#include "hashing.h"

#include <string.h>

// The guaranteed ones come first, in the order of hashlib's __all__.
const Digest digests[digest_count] = {
    {"md5", "MD5"},
    {"sha1", "SHA1"},
    {"sha224", "SHA2-224"},
    {"sha256", "SHA2-256"},
    {"sha384", "SHA2-384"},
    {"sha512", "SHA2-512"},
    {"blake2b", "BLAKE2B-512"},
    {"blake2s", "BLAKE2S-256"},
    {"sha3_224", "SHA3-224"},
    {"sha3_256", "SHA3-256"},
    {"sha3_384", "SHA3-384"},
    {"sha3_512", "SHA3-512"},
    {"shake_128", "SHAKE-128"},
    {"shake_256", "SHAKE-256"},
    {"sha512_224", "SHA2-512/224"},
    {"sha512_256", "SHA2-512/256"},
    {"md5-sha1", "MD5-SHA1"},
    {"ripemd160", "RIPEMD-160"},
    {"sm3", "SM3"},
};

int digest_index(const char *name) BT_ANY_STATE
{
    for (int i = 0; i < digest_count; i++) {
        if (strcmp(digests[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

const char *digest_name(const EVP_MD *md) BT_ANY_STATE
{
    const char *given = EVP_MD_get0_name(md);
    for (int i = 0; i < digest_count; i++) {
        if (given != NULL && strcmp(digests[i].openssl, given) == 0) {
            return digests[i].name;
        }
    }
    return given;
}
