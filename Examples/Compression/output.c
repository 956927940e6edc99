// The output of a stream: raw memory that grows without the lock, and becomes one bytes object at the end.
#include "compression.h"

#include <limits.h>
#include <string.h>

struct OutputBlock {
    OutputBlock *next;
    size_t size;
    unsigned char bytes[];
};

enum { kilobyte = 1024, megabyte = 1024 * 1024 };

/// Sizes of the blocks after another: small results stay small, large ones take few steps.
static const size_t block_sizes[] = {
    32 * kilobyte, 64 * kilobyte, 256 * kilobyte, 1 * megabyte, 4 * megabyte,  8 * megabyte,
    16 * megabyte, 16 * megabyte, 32 * megabyte,  32 * megabyte, 64 * megabyte, 64 * megabyte,
};

static size_t next_block_size(const Output *output) BT_ANY_STATE
{
    if (output->first == NULL && output->first_size != 0) {
        return output->first_size;
    }
    size_t count = sizeof block_sizes / sizeof block_sizes[0];
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        total += block_sizes[i];
        if (total > output->capacity) {
            return block_sizes[i];
        }
    }
    return block_sizes[count - 1];
}

int output_extend(Output *output, z_stream *z) BT_ANY_STATE
{
    size_t size = next_block_size(output);
    if (size > UINT_MAX) {
        size = UINT_MAX;  // avail_out is an unsigned int
    }
    if (output->limit != 0 && size > output->limit - output->capacity) {
        size = output->limit - output->capacity;
        if (size == 0) {
            return 0;
        }
    }
    OutputBlock *block = (OutputBlock *)BtMem_RawMalloc(sizeof *block + size);
    if (block == NULL) {
        return -1;
    }
    block->next = NULL;
    block->size = size;
    if (output->last == NULL) {
        output->first = block;
    } else {
        output->last->next = block;
    }
    output->last = block;
    output->capacity += size;
    z->next_out = block->bytes;
    z->avail_out = (uInt)size;
    return 1;
}

void output_end(Output *output, const z_stream *z) BT_ANY_STATE
{
    output->length = output->capacity - z->avail_out;
}

void output_free(Output *output) BT_ANY_STATE
{
    OutputBlock *block = output->first;
    while (block != NULL) {
        OutputBlock *next = block->next;
        BtMem_RawFree(block);
        block = next;
    }
    output->first = NULL;
    output->last = NULL;
}

/// Copy the result to `target` and free the blocks.
static void output_move(Output *output, char *target) BT_ANY_STATE
{
    size_t left = output->length;
    for (OutputBlock *block = output->first; block != NULL && left != 0; block = block->next) {
        size_t size = block->size < left ? block->size : left;
        memcpy(target, block->bytes, size);
        target += size;
        left -= size;
    }
    output_free(output);
}

BtObject *output_take_bytes(Output *output) BT_ATTACHED
{
    if (output->length > (size_t)BT_SSIZE_T_MAX) {
        output_free(output);
        return BtErr_NoMemory();
    }
    BtObject *bytes = BtBytes_FromStringAndSize(NULL, (Bt_ssize_t)output->length);
    if (bytes == NULL) {
        output_free(output);
        return NULL;
    }
    // Nobody else has the object yet, and this reference pins it: its bytes may be written while detached (R2).
    char *target = BtBytes_AS_STRING(bytes);
    if (output->length < COPY_RELEASE_MIN) {
        output_move(output, target);
    } else {
        Bt_BEGIN_ALLOW_THREADS
        output_move(output, target);
        Bt_END_ALLOW_THREADS
    }
    return bytes;
}
