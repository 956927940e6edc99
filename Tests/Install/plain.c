// The sum of a buffer's bytes, with the lock put down from 4 KiB on.
#include <baton.h>

#include "name.h"

static long long sum(const unsigned char *bytes, Bt_ssize_t count)
{
    long long total = 0;
    for (Bt_ssize_t i = 0; i < count; i++) {
        total += bytes[i];
    }
    return total;
}

static BT_METHOD(sum_bytes, O);
static BtObject *sum_bytes(BtObject *self, BtObject *data)
{
    (void)self;
    Bt_buffer view;
    if (BtObject_GetBuffer(data, &view, BtBUF_SIMPLE) < 0) {
        return NULL;
    }
    long long total;
    Bt_BEGIN_ALLOW_THREADS_IF(view.len >= 4096)
    total = sum(view.buf, view.len);
    Bt_END_ALLOW_THREADS_IF
    BtBuffer_Release(&view);
    return BtLong_FromLongLong(total);
}

static BtMethodDef methods[] = {
    BT_METHOD_ENTRY_AS("sum", sum_bytes, 0, "sum(data, /)\n--\n\nAdd the bytes of a buffer."),
    BT_METHOD_END,
};
static BtModuleDef module = {BtModuleDef_HEAD_INIT, .m_name = MODULE_TEXT, .m_methods = methods};

BtMODINIT_FUNC MODULE_INIT(void) { return BtModuleDef_Init(&module); }
