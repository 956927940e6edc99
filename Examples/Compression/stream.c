// zlib's streams, without objects: everything here may run detached.
#include "compression.h"

#include <limits.h>
#include <string.h>

/// zlib asks for memory in the middle of a step, so the allocator must work detached: the object allocator needs the
/// lock, the raw one does not.
static voidpf raw_alloc(voidpf opaque, uInt items, uInt size) BT_ANY_STATE
{
    (void)opaque;
    size_t bytes;
    if (__builtin_mul_overflow((size_t)items, (size_t)size, &bytes)) {
        return Z_NULL;
    }
    return BtMem_RawMalloc(bytes);
}

static void raw_free(voidpf opaque, voidpf address) BT_ANY_STATE
{
    (void)opaque;
    BtMem_RawFree(address);
}

void stream_use_raw_memory(z_stream *z) BT_ANY_STATE
{
    z->opaque = NULL;
    z->zalloc = raw_alloc;
    z->zfree = raw_free;
}

bool memory_assign(Memory *memory, const void *bytes, size_t size) BT_ANY_STATE
{
    unsigned char *copy = NULL;
    if (size != 0) {
        copy = (unsigned char *)BtMem_RawMalloc(size);
        if (copy == NULL) {
            return false;
        }
        memcpy(copy, bytes, size);
    }
    BtMem_RawFree(memory->bytes);
    memory->bytes = copy;
    memory->size = size;
    return true;
}

static bool memory_append(Memory *memory, const void *bytes, size_t size) BT_ANY_STATE
{
    size_t total;
    if (__builtin_add_overflow(memory->size, size, &total)) {
        return false;
    }
    unsigned char *grown = (unsigned char *)BtMem_RawRealloc(memory->bytes, total);
    if (grown == NULL) {
        return false;
    }
    memcpy(grown + memory->size, bytes, size);
    memory->bytes = grown;
    memory->size = total;
    return true;
}

bool stream_copy_leftovers(const Stream *stream, Stream *copy) BT_ANY_STATE
{
    copy->eof = stream->eof;
    return memory_assign(&copy->unused, stream->unused.bytes, stream->unused.size)
        && memory_assign(&copy->unconsumed, stream->unconsumed.bytes, stream->unconsumed.size)
        && memory_assign(&copy->dictionary, stream->dictionary.bytes, stream->dictionary.size);
}

void stream_free_leftovers(Stream *stream) BT_ANY_STATE
{
    Memory *all[] = {&stream->unused, &stream->unconsumed, &stream->dictionary};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        BtMem_RawFree(all[i]->bytes);
        all[i]->bytes = NULL;
        all[i]->size = 0;
    }
}

/// Hand the stream the next part of the input, at most what its counter can hold.
static void take_input(z_stream *z, size_t *left) BT_ANY_STATE
{
    z->avail_in = *left > UINT_MAX ? UINT_MAX : (uInt)*left;
    *left -= z->avail_in;
}

static Outcome out_of_memory(const z_stream *z) BT_ANY_STATE
{
    return (Outcome){.status = Z_MEM_ERROR, .message = z->msg, .no_memory = true};
}

Outcome stream_deflate(z_stream *z, const unsigned char *data, size_t size, int flush, Output *output) BT_ANY_STATE
{
    size_t left = size;
    int status;
    z->next_in = (Bytef *)data;
    z->avail_out = 0;
    do {
        take_input(z, &left);
        do {
            if (z->avail_out == 0 && output_extend(output, z) < 0) {
                return out_of_memory(z);
            }
            status = deflate(z, left == 0 ? flush : Z_NO_FLUSH);
            if (status == Z_STREAM_ERROR) {
                return (Outcome){.status = status, .message = z->msg};
            }
        } while (z->avail_out == 0);
    } while (left != 0);
    output_end(output, z);
    return (Outcome){.status = status, .message = z->msg};
}

Outcome stream_set_inflate_dictionary(Stream *stream) BT_ANY_STATE
{
    int status = inflateSetDictionary(&stream->z, stream->dictionary.bytes, (uInt)stream->dictionary.size);
    return (Outcome){.status = status, .message = stream->z.msg, .bad_dictionary = status != Z_OK};
}

/// Keep the input that the stream did not take. False without memory.
static bool keep_leftovers(Stream *stream, int status, const unsigned char *data, size_t size) BT_ANY_STATE
{
    z_stream *z = &stream->z;
    const unsigned char *rest = z->next_in;
    size_t left = (size_t)(data + size - rest);
    if (status == Z_STREAM_END) {
        if (left != 0 && !memory_append(&stream->unused, rest, left)) {
            return false;
        }
        z->avail_in = 0;
    }
    // Python leaves the rest in the tail as well if there was a tail. The input may be the old tail itself, of which
    // memory_assign copies a part before it frees the whole.
    return (z->avail_in == 0 && stream->unconsumed.size == 0) || memory_assign(&stream->unconsumed, rest, left);
}

Outcome stream_inflate(Stream *stream, const unsigned char *data, size_t size, bool finish, Output *output) BT_ANY_STATE
{
    z_stream *z = &stream->z;
    size_t left = size;
    int status = Z_OK;
    bool limited = false;
    z->next_in = (Bytef *)data;
    z->avail_out = 0;
    do {
        take_input(z, &left);
        do {
            if (z->avail_out == 0) {
                int extended = output_extend(output, z);
                if (extended < 0) {
                    return out_of_memory(z);
                }
                limited = extended == 0;
                if (limited) {
                    break;
                }
            }
            status = inflate(z, !finish ? Z_SYNC_FLUSH : left == 0 ? Z_FINISH : Z_NO_FLUSH);
            if (status == Z_NEED_DICT && !finish && stream->dictionary.bytes != NULL) {
                Outcome outcome = stream_set_inflate_dictionary(stream);
                if (outcome.status != Z_OK) {
                    return outcome;
                }
            } else if (status != Z_OK && status != Z_BUF_ERROR && status != Z_STREAM_END) {
                limited = true;
                break;
            }
        } while (z->avail_out == 0 || status == Z_NEED_DICT);
    } while (!limited && status != Z_STREAM_END && left != 0);
    output_end(output, z);
    if (!keep_leftovers(stream, status, data, size)) {
        return out_of_memory(z);
    }
    if (status == Z_STREAM_END) {
        stream->eof = true;
    }
    return (Outcome){.status = status, .message = z->msg};
}
