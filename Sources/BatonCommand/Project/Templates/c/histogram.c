// Histogram: a running count of byte values that any thread may feed.
#include "sample.h"

#include <string.h>

typedef struct {
    BtObject_HEAD
    BtMutex mutex;         ///< guards `counts` (R8)
    uint64_t counts[256];
} HistogramObject;

BtDoc_STRVAR(add_doc,
"add($self, data, /)\n"
"--\n\n"
"Count the bytes of a bytes-like object.");

static BT_METHOD(histogram_add, O);
static BtObject *histogram_add(BtObject *object, BtObject *argument)
{
    HistogramObject *self = (HistogramObject *)object;
    Bt_buffer data;
    if (BtObject_GetBuffer(argument, &data, BtBUF_SIMPLE) < 0) {   // pinned (R2)
        return NULL;
    }
    // Counted apart, so that threads that feed one histogram wait for each other only while they add up.
    const uint8_t *bytes = data.buf;
    size_t size = (size_t)data.len;
    uint64_t counts[256] = {0};
    Bt_BEGIN_ALLOW_THREADS_IF(size >= SAMPLE_RELEASE_MIN)
    count_bytes(bytes, size, counts);
    Bt_END_ALLOW_THREADS_IF
    BtBuffer_Release(&data);

    // A BtMutex detaches while it waits, so waiting for it attached blocks nobody.
    BtMutex_Lock(&self->mutex);
    for (int value = 0; value < 256; value++) {
        self->counts[value] += counts[value];
    }
    BtMutex_Unlock(&self->mutex);
    Bt_RETURN_NONE;
}

/// Copy the counts as they are at one moment.
static void copy_counts(HistogramObject *self, uint64_t counts[256])
{
    BtMutex_Lock(&self->mutex);
    memcpy(counts, self->counts, sizeof self->counts);
    BtMutex_Unlock(&self->mutex);
}

BtDoc_STRVAR(count_doc,
"count($self, value, /)\n"
"--\n\n"
"Return how often a value from 0 to 255 has occurred.");

static BT_METHOD(histogram_count, O);
static BtObject *histogram_count(BtObject *self, BtObject *argument)
{
    long value = BtLong_AsLong(argument);
    if (value == -1 && BtErr_Occurred() != NULL) {
        return NULL;
    }
    if (value < 0 || value > 255) {
        return BtErr_Format(BtExc_ValueError, "count: value must be 0 to 255, not %ld", value);
    }
    uint64_t counts[256];
    copy_counts((HistogramObject *)self, counts);
    return BtLong_FromUnsignedLongLong(counts[value]);
}

BtDoc_STRVAR(total_doc,
"total($self, /)\n"
"--\n\n"
"Return how many bytes have been counted.");

static BT_METHOD(histogram_total, NOARGS);
static BtObject *histogram_total(BtObject *self, BtObject *ignored)
{
    (void)ignored;
    uint64_t counts[256], total = 0;
    copy_counts((HistogramObject *)self, counts);
    for (int value = 0; value < 256; value++) {
        total += counts[value];
    }
    return BtLong_FromUnsignedLongLong(total);
}

static BtMethodDef methods[] = {
    BT_METHOD_ENTRY_AS("add", histogram_add, 0, add_doc),
    BT_METHOD_ENTRY_AS("count", histogram_count, 0, count_doc),
    BT_METHOD_ENTRY_AS("total", histogram_total, 0, total_doc),
    BT_METHOD_END,
};

BtDoc_STRVAR(type_doc,
"Histogram()\n"
"--\n\n"
"A running count of byte values, which any thread may feed.");

// An object begins as zeros: an unlocked mutex and empty counts. It owns nothing, so making and freeing it are inherited.
static BtType_Slot slots[] = {
    {Bt_tp_doc, (void *)type_doc},
    {Bt_tp_methods, methods},
    {0, NULL},
};

BtType_Spec histogram_spec = {
    .name = "sample.Histogram",
    .basicsize = sizeof(HistogramObject),
    .flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_IMMUTABLETYPE,
    .slots = slots,
};
