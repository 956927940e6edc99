// The algorithms, under Python's names and OpenSSL's.
#include "hashing.h"

#include <string.h>

const Digest digests[digest_count] = {
    {"md5", "MD5", true},
    {"sha1", "SHA1", true},
    {"sha224", "SHA2-224", true},
    {"sha256", "SHA2-256", true},
    {"sha384", "SHA2-384", true},
    {"sha512", "SHA2-512", true},
    {"sha512_224", "SHA2-512/224", false},
    {"sha512_256", "SHA2-512/256", false},
    {"sha3_224", "SHA3-224", true},
    {"sha3_256", "SHA3-256", true},
    {"sha3_384", "SHA3-384", true},
    {"sha3_512", "SHA3-512", true},
    {"shake_128", "SHAKE-128", true},
    {"shake_256", "SHAKE-256", true},
    {"blake2b", "BLAKE2B-512", true},
    {"blake2s", "BLAKE2S-256", true},
    {"md5-sha1", "MD5-SHA1", false},
    {"ripemd160", "RIPEMD-160", false},
    {"sm3", "SM3", false},
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
