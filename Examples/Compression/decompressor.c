// Decompress objects.
//
// What a step leaves over (unused_data, unconsumed_tail) stays in raw memory under the stream's mutex, so that the whole
// step is one critical section although it runs detached. It becomes an object when somebody asks for it.
#include "compression.h"

#include <limits.h>

BtObject *zlib_decompressobj(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"wbits", "zdict", NULL};
    int wbits = MAX_WBITS;
    BtObject *zdict = NULL;
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "|O&O:decompressobj", names, convert_int, &wbits, &zdict)) {
        return NULL;
    }
    ModuleState *state = module_state(module);
    StreamObject *self = stream_object_new(state->decompressor_type);
    if (self == NULL) {
        return NULL;
    }
    if (zdict != NULL) {
        Bt_buffer buffer;
        if (!BtObject_CheckBuffer(zdict)) {
            BtErr_SetString(BtExc_TypeError, "zdict argument must support the buffer protocol");
            goto failed;
        }
        if (BtObject_GetBuffer(zdict, &buffer, BtBUF_SIMPLE) < 0) {
            goto failed;
        }
        bool fits = (size_t)buffer.len <= UINT_MAX;
        bool kept = fits && memory_assign(&self->stream.dictionary, buffer.buf, (size_t)buffer.len);
        BtBuffer_Release(&buffer);
        if (!fits) {
            BtErr_SetString(BtExc_OverflowError, "zdict length does not fit in an unsigned int");
            goto failed;
        }
        if (!kept) {
            BtErr_NoMemory();
            goto failed;
        }
    }
    Outcome outcome = {.status = inflateInit2(&self->stream.z, wbits)};
    outcome.message = self->stream.z.msg;
    switch (outcome.status) {
    case Z_OK:
        self->stream.initialised = true;
        break;
    case Z_STREAM_ERROR:
        BtErr_SetString(BtExc_ValueError, "Invalid initialization option");
        goto failed;
    case Z_MEM_ERROR:
        BtErr_SetString(BtExc_MemoryError, "Can't allocate memory for decompression object");
        goto failed;
    default:
        raise_outcome(state, outcome, "while creating decompression object");
        goto failed;
    }
    if (wbits < 0 && self->stream.dictionary.bytes != NULL) {
        outcome = stream_set_inflate_dictionary(&self->stream);  // a raw stream never asks for its dictionary
        if (outcome.status != Z_OK) {
            raise_outcome(state, outcome, "while setting zdict");
            goto failed;
        }
    }
    return (BtObject *)self;

failed:
    Bt_DECREF(self);
    return NULL;
}

/// One step over `data`, or over the unconsumed tail if `data` is NULL. The mutex is held, and given up here.
static Outcome decompress_step(Stream *stream, const unsigned char *data, size_t size, Output *output) BT_ANY_STATE
{
    Outcome outcome;
    if (data != NULL) {
        outcome = stream_inflate(stream, data, size, false, output);
    } else {
        outcome = stream_inflate(stream, stream->unconsumed.bytes, stream->unconsumed.size, true, output);
        if (outcome.status == Z_STREAM_END) {
            outcome = (Outcome){.status = inflateEnd(&stream->z)};
            stream->initialised = false;
        } else if (!outcome.no_memory && !outcome.bad_dictionary) {
            outcome.status = Z_OK;  // flush gives what it could
        }
    }
    BtMutex_Unlock(&stream->mutex);
    return outcome;
}

BtDoc_STRVAR(decompress_doc,
"decompress($self, data, /, max_length=0)\n"
"--\n\n"
"Decompress a part of the stream. What max_length leaves over is in unconsumed_tail.");

static BtObject *decompressor_decompress(BtObject *object, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"", "max_length", NULL};
    Stream *stream = &((StreamObject *)object)->stream;
    Bt_buffer data;
    Bt_ssize_t max_length = 0;
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "y*|n:decompress", names, &data, &max_length)) {
        return NULL;
    }
    if (max_length < 0) {
        BtBuffer_Release(&data);
        BtErr_SetString(BtExc_ValueError, "max_length must be non-negative");
        return NULL;
    }
    // An empty buffer may have no address, which decompress_step takes for a flush.
    const unsigned char *bytes = data.len == 0 ? (const unsigned char *)"" : (const unsigned char *)data.buf;
    size_t size = (size_t)data.len;
    Output output = {.limit = (size_t)max_length};
    Outcome outcome;
    BtMutex_Lock(&stream->mutex);
    if (size < STREAM_RELEASE_MIN) {
        outcome = decompress_step(stream, bytes, size, &output);
    } else {
        Bt_BEGIN_ALLOW_THREADS
        outcome = decompress_step(stream, bytes, size, &output);
        Bt_END_ALLOW_THREADS
    }
    BtBuffer_Release(&data);
    int status = outcome.status;
    if (outcome.no_memory || (status != Z_OK && status != Z_BUF_ERROR && status != Z_STREAM_END)) {
        output_free(&output);
        return raise_outcome(type_state(Bt_TYPE(object)), outcome, "while decompressing data");
    }
    return output_take_bytes(&output);
}

BtDoc_STRVAR(flush_doc,
"flush($self, length=zlib.DEF_BUF_SIZE, /)\n"
"--\n\n"
"Return what is left. length is the initial size of the output.");

static BtObject *decompressor_flush(BtObject *object, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"", NULL};
    Stream *stream = &((StreamObject *)object)->stream;
    Bt_ssize_t length = DEF_BUF_SIZE;
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "|n:flush", names, &length)) {
        return NULL;
    }
    if (length <= 0) {
        BtErr_SetString(BtExc_ValueError, "length must be greater than zero");
        return NULL;
    }
    Output output = {.first_size = (size_t)length};
    Outcome outcome;
    BtMutex_Lock(&stream->mutex);
    Bt_BEGIN_ALLOW_THREADS
    outcome = decompress_step(stream, NULL, 0, &output);
    Bt_END_ALLOW_THREADS
    if (outcome.status != Z_OK) {
        output_free(&output);
        return raise_outcome(type_state(Bt_TYPE(object)), outcome, "while finishing decompression");
    }
    return output_take_bytes(&output);
}

BtDoc_STRVAR(copy_doc,
"copy($self, /)\n"
"--\n\n"
"Return a copy of the decompressor in its present state.");

static BtObject *decompressor_copy(BtObject *object, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames)
    BT_ATTACHED
{
    (void)args;
    return check_no_argument("copy", nargs, kwnames) < 0 ? NULL : stream_object_copy(object, inflateCopy, "decompression");
}

static BtObject *decompressor_shallow(BtObject *object, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames)
    BT_ATTACHED
{
    (void)args;
    return check_no_argument("__copy__", nargs, kwnames) < 0 ? NULL : stream_object_copy(object, inflateCopy, "decompression");
}

static BtObject *decompressor_deep(BtObject *object, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames) BT_ATTACHED
{
    (void)args;  // a memo, of which a stream needs nothing
    return check_one_argument("__deepcopy__", nargs, kwnames) < 0 ? NULL : stream_object_copy(object, inflateCopy, "decompression");
}

/// Return a bytes object with a copy of `memory`, a field of the stream. The object is made after the mutex is given up,
/// since making one may switch threads.
static BtObject *leftover_bytes(Stream *stream, const Memory *memory) BT_ATTACHED
{
    Memory snapshot = {0};
    BtMutex_Lock(&stream->mutex);
    bool copied = memory_assign(&snapshot, memory->bytes, memory->size);
    BtMutex_Unlock(&stream->mutex);
    if (!copied) {
        return BtErr_NoMemory();
    }
    BtObject *bytes = BtBytes_FromStringAndSize((const char *)snapshot.bytes, (Bt_ssize_t)snapshot.size);
    BtMem_RawFree(snapshot.bytes);
    return bytes;
}

static BtObject *decompressor_unused_data(BtObject *object, void *closure) BT_ATTACHED
{
    (void)closure;
    Stream *stream = &((StreamObject *)object)->stream;
    return leftover_bytes(stream, &stream->unused);
}

static BtObject *decompressor_unconsumed_tail(BtObject *object, void *closure) BT_ATTACHED
{
    (void)closure;
    Stream *stream = &((StreamObject *)object)->stream;
    return leftover_bytes(stream, &stream->unconsumed);
}

static BtObject *decompressor_eof(BtObject *object, void *closure) BT_ATTACHED
{
    (void)closure;
    Stream *stream = &((StreamObject *)object)->stream;
    BtMutex_Lock(&stream->mutex);
    bool eof = stream->eof;
    BtMutex_Unlock(&stream->mutex);
    return BtBool_FromLong(eof);
}

/// Python has these as members that cannot be set, and says so in other words than for an attribute without a setter.
static int readonly(BtObject *object, BtObject *value, void *closure) BT_ATTACHED
{
    (void)object;
    (void)value;
    (void)closure;
    BtErr_SetString(BtExc_AttributeError, "readonly attribute");
    return -1;
}

static void decompressor_dealloc(BtObject *object) BT_ATTACHED
{
    stream_object_dealloc(object, inflateEnd);
}

static BtMethodDef methods[] = {
    {"decompress", _BtCFunction_CAST(decompressor_decompress), BT_METH_VARARGS | BT_METH_KEYWORDS, decompress_doc},
    {"flush", _BtCFunction_CAST(decompressor_flush), BT_METH_VARARGS | BT_METH_KEYWORDS, flush_doc},
    {"copy", _BtCFunction_CAST(decompressor_copy), BT_METH_FASTCALL | BT_METH_KEYWORDS, copy_doc},
    {"__copy__", _BtCFunction_CAST(decompressor_shallow), BT_METH_FASTCALL | BT_METH_KEYWORDS, copy_doc},
    {"__deepcopy__", _BtCFunction_CAST(decompressor_deep), BT_METH_FASTCALL | BT_METH_KEYWORDS, copy_doc},
    {NULL, NULL, 0, NULL},
};

static BtGetSetDef attributes[] = {
    {"unused_data", decompressor_unused_data, readonly, BtDoc_STR("Input after the end of the compressed data."), NULL},
    {"unconsumed_tail", decompressor_unconsumed_tail, readonly, BtDoc_STR("Input that max_length left over."), NULL},
    {"eof", decompressor_eof, readonly, BtDoc_STR("Whether the end of the compressed data has been seen."), NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static BtType_Slot slots[] = {
    {Bt_tp_dealloc, (void *)decompressor_dealloc},
    {Bt_tp_methods, methods},
    {Bt_tp_getset, attributes},
    {0, NULL},
};

BtType_Spec decompressor_spec = {
    .name = "zlib.Decompress",
    .basicsize = sizeof(StreamObject),
    .flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_DISALLOW_INSTANTIATION | BT_TPFLAGS_IMMUTABLETYPE,
    .slots = slots,
};
