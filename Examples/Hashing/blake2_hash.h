/// @file blake2_hash.h
/// BLAKE2 by libb2: all of its parameters, which OpenSSL's EVP does not take.
///
/// blake2_algorithms.c has libb2's functions, blake2_parameters.c reads what a constructor is given, and blake2_hash.c has the
/// types blake2b and blake2s.
#ifndef HASHING_BLAKE2_HASH_H
#define HASHING_BLAKE2_HASH_H

#include <blake2.h>

#include "hashing.h"

/// The parameters of one hash, still of any algorithm. Sizes are in bytes.
typedef struct {
    int digest_size;
    Bt_buffer key;
    Bt_buffer salt;
    Bt_buffer person;
    int fanout;
    int depth;
    unsigned long leaf_size;
    unsigned long long node_offset;
    int node_depth;
    int inner_size;
    int last_node;
} Blake2Parameters;

typedef union {
    blake2b_state b;
    blake2s_state s;
} Blake2State;

/// One of the two algorithms: its limits, in bytes, and libb2's functions, native, in one shape.
typedef struct {
    const char *name;
    const char *format;  ///< of a constructor's arguments
    int digest_size;     ///< the greatest, as are the following
    int key_size;
    int salt_size;
    int person_size;
    unsigned long long node_offset;
    int block_size;
    int (*start)(Blake2State *state, const Blake2Parameters *parameters);  ///< the key is the caller's to take in; -1: failed
    int (*update)(Blake2State *state, const uint8_t *bytes, size_t size);
    int (*finish)(Blake2State *state, uint8_t *digest, size_t size);       ///< `size` is the digest_size of its parameters
} Blake2;

extern const Blake2 blake2b_algorithm;
extern const Blake2 blake2s_algorithm;

/// Read the arguments of a constructor and check them against the algorithm's limits. `*data` is borrowed, NULL if there
/// is none. -1 with an exception set; in every case the caller calls blake2_release_parameters.
int blake2_read_parameters(const Blake2 *algorithm, BtObject *args, BtObject *kwargs, Blake2Parameters *parameters,
                           BtObject **data) BT_ATTACHED;
void blake2_release_parameters(Blake2Parameters *parameters) BT_ATTACHED;

#endif
