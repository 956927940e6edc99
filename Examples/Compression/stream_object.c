// Compress and Decompress objects: what both do alike.
#include "compression.h"

int check_one_argument(const char *method, Bt_ssize_t nargs, BtObject *kwnames) BT_ATTACHED
{
    Bt_ssize_t count = nargs + (kwnames == NULL ? 0 : BtTuple_GET_SIZE(kwnames));
    if (count > 1) {
        BtErr_Format(BtExc_TypeError, "%s() takes at most 1 %sargument (%zd given)", method,
                     nargs == 0 ? "keyword " : "", count);
        return -1;
    }
    if (nargs == 0) {
        BtErr_Format(BtExc_TypeError, "%s() takes exactly 1 positional argument (0 given)", method);
        return -1;
    }
    return 0;
}

int check_no_argument(const char *method, Bt_ssize_t nargs, BtObject *kwnames) BT_ATTACHED
{
    if (nargs + (kwnames == NULL ? 0 : BtTuple_GET_SIZE(kwnames)) != 0) {
        BtErr_Format(BtExc_TypeError, "%s() takes no arguments", method);
        return -1;
    }
    return 0;
}

StreamObject *stream_object_new(BtTypeObject *type) BT_ATTACHED
{
    StreamObject *self = BtObject_New(StreamObject, type);
    if (self != NULL) {
        self->stream = (Stream){0};
        stream_use_raw_memory(&self->stream.z);
    }
    return self;
}

BtObject *stream_object_copy(BtObject *object, int (*copy_stream)(z_stream *, z_stream *), const char *kind) BT_ATTACHED
{
    Stream *stream = &((StreamObject *)object)->stream;
    StreamObject *copy = stream_object_new(Bt_TYPE(object));
    if (copy == NULL) {
        return NULL;
    }
    Outcome outcome;
    BtMutex_Lock(&stream->mutex);
    Bt_BEGIN_ALLOW_THREADS
    outcome = (Outcome){.status = copy_stream(&copy->stream.z, &stream->z)};
    copy->stream.initialised = outcome.status == Z_OK;
    if (outcome.status == Z_OK && !stream_copy_leftovers(stream, &copy->stream)) {
        outcome.status = Z_MEM_ERROR;
    }
    BtMutex_Unlock(&stream->mutex);
    Bt_END_ALLOW_THREADS
    if (outcome.status == Z_OK) {
        return (BtObject *)copy;
    }
    Bt_DECREF(copy);
    switch (outcome.status) {
    case Z_STREAM_ERROR:
        BtErr_SetString(BtExc_ValueError, "Inconsistent stream state");
        return NULL;
    case Z_MEM_ERROR:
        return BtErr_Format(BtExc_MemoryError, "Can't allocate memory for %s object", kind);
    default:
        return raise_outcome(type_state(Bt_TYPE(object)), outcome, "while copying a stream");
    }
}

void stream_object_dealloc(BtObject *object, int (*end_stream)(z_stream *)) BT_ATTACHED
{
    StreamObject *self = (StreamObject *)object;
    BtTypeObject *type = Bt_TYPE(object);
    if (self->stream.initialised) {
        (void)end_stream(&self->stream.z);
    }
    stream_free_leftovers(&self->stream);
    BtObject_Free(self);
    Bt_DECREF(type);
}
