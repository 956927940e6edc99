// compress and decompress: a stream that lives for one call, on the stack of the calling thread. No mutex is needed.
#include "compression.h"

/// The whole of a compression, detached: make the stream, run it, end it.
static Outcome compress_native(const Bt_buffer *data, int level, int wbits, Output *output,
                               const char **doing) BT_ANY_STATE
{
    z_stream z = {0};
    stream_use_raw_memory(&z);
    *doing = "while compressing data";
    int status = deflateInit2(&z, level, Z_DEFLATED, wbits, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY);
    if (status != Z_OK) {
        return (Outcome){.status = status, .message = z.msg};
    }
    Outcome outcome = stream_deflate(&z, (const unsigned char *)data->buf, (size_t)data->len, Z_FINISH, output);
    int ended = deflateEnd(&z);
    if (outcome.status == Z_STREAM_END) {
        *doing = "while finishing compression";
        return (Outcome){.status = ended};
    }
    return outcome;
}

BtObject *zlib_compress(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"", "level", "wbits", NULL};
    Bt_buffer data;
    int level = Z_DEFAULT_COMPRESSION;
    int wbits = MAX_WBITS;
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "y*|O&O&:compress", names, &data, convert_int, &level,
                                     convert_int, &wbits)) {
        return NULL;
    }
    Output output = {0};
    Outcome outcome;
    const char *doing;
    // To set up a stream clears 256 KB: this is never a short call, so there is no threshold (R7).
    Bt_BEGIN_ALLOW_THREADS
    outcome = compress_native(&data, level, wbits, &output, &doing);
    Bt_END_ALLOW_THREADS
    BtBuffer_Release(&data);
    if (outcome.status == Z_OK) {
        return output_take_bytes(&output);
    }
    output_free(&output);
    ModuleState *state = module_state(module);
    if (outcome.status == Z_MEM_ERROR) {
        BtErr_SetString(BtExc_MemoryError, "Out of memory while compressing data");
        return NULL;
    }
    if (outcome.status == Z_STREAM_ERROR) {
        BtErr_SetString(state->error, "Bad compression level");
        return NULL;
    }
    return raise_outcome(state, outcome, doing);
}

/// The whole of a decompression, detached.
static Outcome decompress_native(const Bt_buffer *data, int wbits, Output *output, const char **doing) BT_ANY_STATE
{
    Stream stream = {0};
    z_stream *z = &stream.z;
    stream_use_raw_memory(z);
    *doing = "while preparing to decompress data";
    int status = inflateInit2(z, wbits);
    if (status != Z_OK) {
        return (Outcome){.status = status, .message = z->msg};
    }
    *doing = "while decompressing data";
    Outcome outcome = stream_inflate(&stream, (const unsigned char *)data->buf, (size_t)data->len, false, output);
    stream_free_leftovers(&stream);
    int ended = inflateEnd(z);
    if (outcome.status == Z_STREAM_END) {
        *doing = "while finishing decompression";
        return (Outcome){.status = ended};
    }
    if (outcome.status == Z_OK) {
        outcome.status = Z_BUF_ERROR;  // the data stopped before its end
    }
    return outcome;
}

BtObject *zlib_decompress(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"", "wbits", "bufsize", NULL};
    Bt_buffer data;
    int wbits = MAX_WBITS;
    Bt_ssize_t bufsize = DEF_BUF_SIZE;
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "y*|O&n:decompress", names, &data, convert_int, &wbits, &bufsize)) {
        return NULL;
    }
    if (bufsize < 0) {
        BtBuffer_Release(&data);
        BtErr_SetString(BtExc_ValueError, "bufsize must be non-negative");
        return NULL;
    }
    Output output = {.first_size = bufsize == 0 ? 1 : (size_t)bufsize};
    Outcome outcome;
    const char *doing;
    Bt_BEGIN_ALLOW_THREADS
    outcome = decompress_native(&data, wbits, &output, &doing);
    Bt_END_ALLOW_THREADS
    BtBuffer_Release(&data);
    if (outcome.status == Z_OK) {
        return output_take_bytes(&output);
    }
    output_free(&output);
    if (outcome.status == Z_MEM_ERROR) {
        BtErr_SetString(BtExc_MemoryError, "Out of memory while decompressing data");
        return NULL;
    }
    return raise_outcome(module_state(module), outcome, doing);
}
