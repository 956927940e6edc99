// Compress objects.
//
// The pattern of each method: pin the input, take the stream's mutex (which detaches if it must wait), detach, work,
// give up the mutex, attach, make objects. The mutex is given up inside the block: it is never held while waiting to
// attach (R8).
#include "compression.h"

#include <limits.h>

BtObject *zlib_compressobj(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"level", "method", "wbits", "memLevel", "strategy", "zdict", NULL};
    int level = Z_DEFAULT_COMPRESSION;
    int method = Z_DEFLATED;
    int wbits = MAX_WBITS;
    int mem_level = DEF_MEM_LEVEL;
    int strategy = Z_DEFAULT_STRATEGY;
    Bt_buffer zdict = {0};
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "|O&O&O&O&O&y*:compressobj", names, convert_int, &level, convert_int,
                                     &method, convert_int, &wbits, convert_int, &mem_level, convert_int, &strategy,
                                     &zdict)) {
        return NULL;
    }
    ModuleState *state = module_state(module);
    StreamObject *self = NULL;
    if (zdict.buf != NULL && (size_t)zdict.len > UINT_MAX) {
        BtErr_SetString(BtExc_OverflowError, "zdict length does not fit in an unsigned int");
        goto failed;
    }
    self = stream_object_new(state->compressor_type);
    if (self == NULL) {
        goto failed;
    }
    // Nobody else has the object yet: its stream needs no mutex.
    z_stream *z = &self->stream.z;
    int status = deflateInit2(z, level, method, wbits, mem_level, strategy);
    switch (status) {
    case Z_OK:
        self->stream.initialised = true;
        break;
    case Z_MEM_ERROR:
        BtErr_SetString(BtExc_MemoryError, "Can't allocate memory for compression object");
        goto failed;
    case Z_STREAM_ERROR:
        BtErr_SetString(BtExc_ValueError, "Invalid initialization option");
        goto failed;
    default:
        raise_outcome(state, (Outcome){.status = status, .message = z->msg}, "while creating compression object");
        goto failed;
    }
    if (zdict.buf != NULL && deflateSetDictionary(z, (const Bytef *)zdict.buf, (uInt)zdict.len) != Z_OK) {
        BtErr_SetString(BtExc_ValueError, "Invalid dictionary");
        goto failed;
    }
    BtBuffer_Release(&zdict);
    return (BtObject *)self;

failed:
    BtBuffer_Release(&zdict);
    Bt_XDECREF(self);
    return NULL;
}

/// One step of the stream, whose mutex is held; gives the mutex up.
static Outcome compress_step(Stream *stream, const unsigned char *data, size_t size, int flush,
                             Output *output) BT_ANY_STATE
{
    Outcome outcome = stream_deflate(&stream->z, data, size, flush, output);
    if (flush == Z_FINISH && outcome.status == Z_STREAM_END) {
        int ended = deflateEnd(&stream->z);
        stream->initialised = false;
        outcome = (Outcome){.status = ended};
    }
    BtMutex_Unlock(&stream->mutex);
    return outcome;
}

BtDoc_STRVAR(compress_doc,
"compress($self, data, /)\n"
"--\n\n"
"Compress a part of the stream. Returns what is ready; call flush() for the rest.");

static BtObject *compressor_compress(BtObject *object, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames)
    BT_ATTACHED
{
    Stream *stream = &((StreamObject *)object)->stream;
    Bt_buffer data;
    if (check_one_argument("compress", nargs, kwnames) < 0 || BtObject_GetBuffer(args[0], &data, BtBUF_SIMPLE) < 0) {
        return NULL;
    }
    const unsigned char *bytes = (const unsigned char *)data.buf;
    size_t size = (size_t)data.len;
    Output output = {0};
    Outcome outcome;
    BtMutex_Lock(&stream->mutex);
    if (size < STREAM_RELEASE_MIN) {
        outcome = compress_step(stream, bytes, size, Z_NO_FLUSH, &output);
    } else {
        Bt_BEGIN_ALLOW_THREADS
        outcome = compress_step(stream, bytes, size, Z_NO_FLUSH, &output);
        Bt_END_ALLOW_THREADS
    }
    BtBuffer_Release(&data);
    if (outcome.status == Z_STREAM_ERROR || outcome.no_memory) {
        output_free(&output);
        return raise_outcome(type_state(Bt_TYPE(object)), outcome, "while compressing data");
    }
    return output_take_bytes(&output);
}

BtDoc_STRVAR(flush_doc,
"flush($self, mode=zlib.Z_FINISH, /)\n"
"--\n\n"
"Return what is left. With Z_FINISH, the default, the object can compress no more.");

static BtObject *compressor_flush(BtObject *object, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = {"", NULL};
    Stream *stream = &((StreamObject *)object)->stream;
    int mode = Z_FINISH;
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "|O&:flush", names, convert_int, &mode)) {
        return NULL;
    }
    if (mode == Z_NO_FLUSH) {
        return BtBytes_FromStringAndSize(NULL, 0);
    }
    Output output = {0};
    Outcome outcome;
    BtMutex_Lock(&stream->mutex);
    Bt_BEGIN_ALLOW_THREADS
    outcome = compress_step(stream, NULL, 0, mode, &output);
    Bt_END_ALLOW_THREADS
    if (outcome.no_memory || (outcome.status != Z_OK && outcome.status != Z_BUF_ERROR)) {
        output_free(&output);
        return raise_outcome(type_state(Bt_TYPE(object)), outcome, "while flushing");
    }
    return output_take_bytes(&output);
}

BtDoc_STRVAR(copy_doc,
"copy($self, /)\n"
"--\n\n"
"Return a copy of the compressor in its present state.");

static BtObject *compressor_copy(BtObject *object, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames)
    BT_ATTACHED
{
    (void)args;
    return check_no_argument("copy", nargs, kwnames) < 0 ? NULL : stream_object_copy(object, deflateCopy, "compression");
}

static BtObject *compressor_shallow(BtObject *object, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames)
    BT_ATTACHED
{
    (void)args;
    return check_no_argument("__copy__", nargs, kwnames) < 0 ? NULL : stream_object_copy(object, deflateCopy, "compression");
}

static BtObject *compressor_deep(BtObject *object, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames) BT_ATTACHED
{
    (void)args;  // a memo, of which a stream needs nothing
    return check_one_argument("__deepcopy__", nargs, kwnames) < 0 ? NULL : stream_object_copy(object, deflateCopy, "compression");
}

static void compressor_dealloc(BtObject *object) BT_ATTACHED
{
    stream_object_dealloc(object, deflateEnd);
}

static BtMethodDef methods[] = {
    {"compress", _BtCFunction_CAST(compressor_compress), BT_METH_FASTCALL | BT_METH_KEYWORDS, compress_doc},
    {"flush", _BtCFunction_CAST(compressor_flush), BT_METH_VARARGS | BT_METH_KEYWORDS, flush_doc},
    {"copy", _BtCFunction_CAST(compressor_copy), BT_METH_FASTCALL | BT_METH_KEYWORDS, copy_doc},
    {"__copy__", _BtCFunction_CAST(compressor_shallow), BT_METH_FASTCALL | BT_METH_KEYWORDS, copy_doc},
    {"__deepcopy__", _BtCFunction_CAST(compressor_deep), BT_METH_FASTCALL | BT_METH_KEYWORDS, copy_doc},
    {NULL, NULL, 0, NULL},
};

static BtType_Slot slots[] = {
    {Bt_tp_dealloc, (void *)compressor_dealloc},
    {Bt_tp_methods, methods},
    {0, NULL},
};

BtType_Spec compressor_spec = {
    .name = "zlib.Compress",
    .basicsize = sizeof(StreamObject),
    .flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_DISALLOW_INSTANTIATION | BT_TPFLAGS_IMMUTABLETYPE,
    .slots = slots,
};
