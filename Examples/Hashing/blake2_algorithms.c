// blake2b and blake2s: libb2's functions, which differ in their types alone, in one shape.
#include "blake2_hash.h"

#include <string.h>

/// Store a number as BLAKE2's parameter block has it, the low byte first.
static void store(void *target, size_t size, unsigned long long number) BT_ANY_STATE
{
    for (size_t i = 0; i < size; i++) {
        ((uint8_t *)target)[i] = (uint8_t)(number >> (8 * i));
    }
}

static void copy(uint8_t *target, const Bt_buffer *source) BT_ANY_STATE
{
    if (source->len != 0) {
        memcpy(target, source->buf, (size_t)source->len);
    }
}

// The fields of both parameter blocks have the same names.
#define FILL(block, p)                                                            \
    do {                                                                          \
        (block)->digest_length = (uint8_t)(p)->digest_size;                       \
        (block)->key_length = (uint8_t)(p)->key.len;                              \
        (block)->fanout = (uint8_t)(p)->fanout;                                   \
        (block)->depth = (uint8_t)(p)->depth;                                     \
        store(&(block)->leaf_length, sizeof (block)->leaf_length, (p)->leaf_size);   \
        store(&(block)->node_offset, sizeof (block)->node_offset, (p)->node_offset); \
        (block)->node_depth = (uint8_t)(p)->node_depth;                           \
        (block)->inner_length = (uint8_t)(p)->inner_size;                         \
        copy((block)->salt, &(p)->salt);                                          \
        copy((block)->personal, &(p)->person);                                    \
    } while (0)

static int start_b(Blake2State *state, const Blake2Parameters *parameters) BT_ANY_STATE
{
    blake2b_param block = {0};
    FILL(&block, parameters);
    int status = blake2b_init_param(&state->b, &block);
    state->b.last_node = parameters->last_node != 0;
    return status;
}

static int start_s(Blake2State *state, const Blake2Parameters *parameters) BT_ANY_STATE
{
    blake2s_param block = {0};
    FILL(&block, parameters);
    int status = blake2s_init_param(&state->s, &block);
    state->s.last_node = parameters->last_node != 0;
    return status;
}

static int update_b(Blake2State *state, const uint8_t *bytes, size_t size) BT_ANY_STATE
{
    return blake2b_update(&state->b, bytes, size);
}

static int update_s(Blake2State *state, const uint8_t *bytes, size_t size) BT_ANY_STATE
{
    return blake2s_update(&state->s, bytes, size);
}

static int finish_b(Blake2State *state, uint8_t *digest, size_t size) BT_ANY_STATE
{
    return blake2b_final(&state->b, digest, size);
}

static int finish_s(Blake2State *state, uint8_t *digest, size_t size) BT_ANY_STATE
{
    return blake2s_final(&state->s, digest, size);
}

const Blake2 blake2b_algorithm = {
    .name = "blake2b",
    .format = "|O$O&y*y*y*O&O&O&O&O&O&pp:blake2b",
    .digest_size = BLAKE2B_OUTBYTES,
    .key_size = BLAKE2B_KEYBYTES,
    .salt_size = BLAKE2B_SALTBYTES,
    .person_size = BLAKE2B_PERSONALBYTES,
    .node_offset = UINT64_MAX,
    .block_size = BLAKE2B_BLOCKBYTES,
    .start = start_b,
    .update = update_b,
    .finish = finish_b,
};

const Blake2 blake2s_algorithm = {
    .name = "blake2s",
    .format = "|O$O&y*y*y*O&O&O&O&O&O&pp:blake2s",
    .digest_size = BLAKE2S_OUTBYTES,
    .key_size = BLAKE2S_KEYBYTES,
    .salt_size = BLAKE2S_SALTBYTES,
    .person_size = BLAKE2S_PERSONALBYTES,
    .node_offset = 0xFFFFFFFFFFFF,  // 48 bits
    .block_size = BLAKE2S_BLOCKBYTES,
    .start = start_s,
    .update = update_s,
    .finish = finish_s,
};
